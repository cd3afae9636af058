import { version } from '$app/environment';
import type { Kysely } from 'kysely';
import type { HeadlineQuery } from '#lib/network/standing/headline-query.ts';
import type { Day } from '#lib/base/day/day.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import { readView, type ReadView } from '#lib/server/figures/page/read-view.ts';
import { refusalOf } from './problem.ts';
import { jsonWithTag, orUnavailable } from './respond.ts';

/**
 * What was asked, read and found right. `where` has no statuses: they select places, and `selected`
 * is the question about those.
 */
export interface Asked<Query extends HeadlineQuery> extends Pick<
	ReadView,
	'view' | 'supportInstitutes'
> {
	db: Kysely<DB>;
	asked: Query;
	where: Where;
	selected: Where;
	demoData: boolean;
	dataVersion: number;
	origin: string;
}

/** An answer in the shape of its schema. */
export interface Answer {
	body: unknown;
	/** What of it can change while the data stay the same; part of its tag. */
	state?: string;
	/** Not whole yet, so it is not kept. */
	partial?: boolean;
}

const FILTERS = ['poi', 'cohort', 'zoek', 'status'];

/**
 * Answers a question about both dates and the filters of the map, of which `parse` reads the dates,
 * the province and what else it takes. Everything that is wrong is refused together; the API does not
 * guess.
 */
export function answerQuestion<Query extends HeadlineQuery>(
	{ request, url }: { request: Request; url: URL },
	parse: (params: URLSearchParams, today: Day) => Query,
	read: (question: Asked<Query>) => Promise<Answer | Response>
): Promise<Response> {
	return orUnavailable(async () => {
		const db = getDb();
		const params = url.searchParams;
		const [today, { version: dataVersion, demoData }] = await Promise.all([
			readToday(db),
			readDataState(db)
		]);
		const asked = parse(params, today);
		const { view: given, notices, supportInstitutes } = await readView(db, params, today);
		const errors = notices
			.filter(({ parameter }) => FILTERS.includes(parameter))
			.map((notice) => {
				return { parameter: notice.parameter, value: notice.value, detail: noticeText(notice) };
			});
		const refusal = refusalOf({ ...asked, errors: [...asked.errors, ...errors] });
		if (refusal) return refusal;
		const filters = { ...given.filters, province: asked.province, statuses: [] };
		const view = { ...given, asOf: asked.asOf, filters };
		const where = { asOf: asked.asOf, today, filters };
		const { origin } = url;
		const selected = { ...where, filters: { ...filters, statuses: given.filters.statuses } };
		const question = {
			db,
			asked,
			where,
			selected,
			view,
			supportInstitutes,
			demoData,
			dataVersion,
			origin
		};
		const answer = await read(question);
		if (answer instanceof Response) return answer;
		const tag = [dataVersion, today, version, ...(answer.state ? [answer.state] : [])].join('-');
		const response = jsonWithTag(request, answer.body, tag);
		if (answer.partial) response.headers.set('cache-control', 'no-store');
		return response;
	});
}
