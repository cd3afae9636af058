import { toHeadlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { parseHeadlineQuery } from '#lib/network/standing/headline-query.ts';
import { answerQuestion } from '#lib/server/publish/api/answer-question.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { readSelection } from '#lib/server/network/standing/read-selection.ts';
import type { RequestHandler } from './$types';

/** The headline figures for any two dates; public. */
export const GET: RequestHandler = (event) =>
	answerQuestion(event, parseHeadlineQuery, async ({ db, where, selected, ...more }) => {
		const [headline, selection] = await Promise.all([
			readHeadline(db, where),
			readSelection(db, selected)
		]);
		return { body: toHeadlineAnswer({ ...where, ...more, headline, selection }) };
	});

export const OPTIONS: RequestHandler = preflight;
