import { sql, type Kysely } from 'kysely';
import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { responseContext, responseFiles } from '#lib/figures/response-time/figures.ts';
import type { AnsweredBy, ResponseTimes } from '#lib/figures/response-time/types.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** An answer is late after so many days; the form of a report asks for it by then. */
const DAYS_TO_ANSWER = 14;

/** How fast reports of errors are answered, and by whom. */
export const responsePage = definePage<null, { times: ResponseTimes }>({
	path: '/meldingen',
	ask: asksNoMore,
	read: async ({ db, view, today, demoData }) => {
		const day = factDayOf(view.asOf, today);
		const known = view.asOf.knownOn;
		const rows = await countReports(db, known !== null && known < day ? known : day);
		const all = rows.find(({ isAll }) => isAll);
		return {
			times: {
				...{ view: { ...view, filters: NO_FILTERS }, today, demoData },
				rows: rows.filter(({ isAll }) => !isAll),
				all: all ?? { institute: null, received: 0, answered: 0, medianDays: null, late: 0 }
			}
		};
	},
	context: ({ times }) => responseContext(times),
	files: responseFiles.map(({ name, of }) => ({ name, of: ({ times }) => of(times) })),
	fileName: (name, day) => `ido-meldingen-${name}-${day}`,
	api: {
		operation: 'leesMeldingen',
		tag: 'Programma',
		summary: 'Hoe snel meldingen van fouten worden beantwoord, per organisatie',
		answered:
			'Hoe snel meldingen van fouten worden beantwoord, per organisatie. Filters op plaats doen niet mee; wat er is gemeld, staat er niet in.'
	}
});

/** Each POI and KB, and all together (`is_all`): what was received and answered by the end of a day. */
async function countReports(
	db: Kysely<DB>,
	day: Day
): Promise<(AnsweredBy & { isAll: boolean })[]> {
	const query = sql<AnsweredBy & { isAll: boolean }>`
		with organisation as (
			select id, name from support_institute union all select null, null
		), report as (
			select support_institute_id, received_on,
				case when answered_on <= ${day} then answered_on end as answered_on
			from error_report_standing where received_on <= ${day}
		)
		select organisation.name as institute, grouping(organisation.id, organisation.name) > 0 as is_all,
			count(report.received_on)::int as received, count(report.answered_on)::int as answered,
			percentile_disc(0.5) within group (order by report.answered_on - report.received_on) as median_days,
			(count(*) filter (where report.answered_on is null
				and report.received_on < ${addDays(day, -DAYS_TO_ANSWER)}))::int as late
		from organisation left join report
			on report.support_institute_id is not distinct from organisation.id
		group by grouping sets ((organisation.id, organisation.name), ())
		order by is_all, organisation.name nulls first`;
	return (await query.execute(db)).rows;
}
