import { version } from '$app/environment';
import { parseStandQuery } from '#lib/coverage/stand-query.ts';
import { toStandAnswer } from '#lib/coverage/stand-answer.ts';
import { refusalOf } from '#lib/server/api/problem.ts';
import { jsonWithTag, orUnavailable, preflight } from '#lib/server/api/respond.ts';
import { readToday } from '#lib/server/clock.ts';
import { readHeadline } from '#lib/server/coverage/read-headline.ts';
import { readDataState } from '#lib/server/data-version.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { NO_FILTERS } from '#lib/view/filters.ts';
import type { RequestHandler } from './$types';

/** The headline figures for any two dates; public. */
export const GET: RequestHandler = ({ url, request }) =>
	orUnavailable(async () => {
		const db = getDb();
		const today = await readToday(db);
		const asked = parseStandQuery(url.searchParams, today);
		const { asOf, province } = asked;
		const refusal = refusalOf(asked);
		if (refusal) return refusal;
		const { version: dataVersion, demoData } = await readDataState(db);
		const headline = await readHeadline(db, { asOf, today, filters: { ...NO_FILTERS, province } });
		const { origin } = url;
		const parts = { headline, asOf, today, province, demoData, dataVersion, origin };
		return jsonWithTag(request, toStandAnswer(parts), `${dataVersion}-${today}-${version}`);
	});

export const OPTIONS: RequestHandler = preflight;
