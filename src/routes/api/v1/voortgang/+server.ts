import { version } from '$app/environment';
import { toProgressAnswer } from '#lib/progress/answer.ts';
import { parseProgressQuery } from '#lib/progress/api-query.ts';
import { refusalOf } from '#lib/server/api/problem.ts';
import { jsonWithTag, orUnavailable, preflight } from '#lib/server/api/respond.ts';
import { readToday } from '#lib/server/clock.ts';
import { readDataState } from '#lib/server/data-version.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { getForecasts } from '#lib/server/forecast/app-forecasts.ts';
import { settleFan } from '#lib/server/forecast/find-fan.ts';
import { readProgress } from '#lib/server/progress/read-progress.ts';
import { NO_FILTERS } from '#lib/view/filters.ts';
import { parseView } from '#lib/view/view.ts';
import type { RequestHandler } from './$types';

/** The figures of the progress page for any two dates; public. */
export const GET: RequestHandler = ({ url, request }) =>
	orUnavailable(async () => {
		const db = getDb();
		const today = await readToday(db);
		const asked = parseProgressQuery(url.searchParams, today);
		const { asOf, province, query } = asked;
		const refusal = refusalOf(asked);
		if (refusal) return refusal;
		const { version: dataVersion, demoData } = await readDataState(db);
		const where = { asOf, today, filters: { ...NO_FILTERS, province } };
		const { view } = parseView(new URLSearchParams(), today);
		const progress = await readProgress(db, where, {
			view: { ...view, asOf, filters: where.filters },
			query,
			demoData
		});
		const fan = await settleFan(getForecasts(), progress, dataVersion);
		const answer = toProgressAnswer(progress, { dataVersion, origin: url.origin, fan });
		const tag = `${dataVersion}-${today}-${version}-${fan.state}`;
		const response = jsonWithTag(request, answer, tag);
		// Without its forecast the answer is not whole yet, so it is not kept.
		if (fan.state === 'computing') response.headers.set('cache-control', 'no-store');
		return response;
	});

export const OPTIONS: RequestHandler = preflight;
