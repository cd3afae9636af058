import { version } from '$app/environment';
import { parseStandQuery } from '#lib/coverage/stand-query.ts';
import { toQuestionAnswer } from '#lib/question/answer.ts';
import { refusalOf } from '#lib/server/api/problem.ts';
import { jsonWithTag, orUnavailable, preflight } from '#lib/server/api/respond.ts';
import { readToday } from '#lib/server/clock.ts';
import { readDataState } from '#lib/server/data-version.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { readQuestions } from '#lib/server/question/read-questions.ts';
import { readView } from '#lib/server/view/read-view.ts';
import type { RequestHandler } from './$types';

/** The numbers of questions for any two dates; public. */
export const GET: RequestHandler = ({ url, request }) =>
	orUnavailable(async () => {
		const db = getDb();
		const today = await readToday(db);
		const asked = parseStandQuery(url.searchParams, today);
		const { asOf, province } = asked;
		const refusal = refusalOf(asked);
		if (refusal) return refusal;
		const { version: dataVersion, demoData } = await readDataState(db);
		const { view } = await readView(db, new URLSearchParams(), today);
		const filters = { ...view.filters, province };
		const where = { asOf, today, filters };
		const questions = await readQuestions(db, where, {
			view: { ...view, asOf, filters },
			demoData
		});
		const answer = toQuestionAnswer(questions, { dataVersion, origin: url.origin });
		return jsonWithTag(request, answer, `${dataVersion}-${today}-${version}`);
	});

export const OPTIONS: RequestHandler = preflight;
