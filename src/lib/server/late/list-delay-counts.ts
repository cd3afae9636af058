import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import type { MeasuredPeriod } from '#lib/late/reporting-delay.ts';
import type { RegionDelayCount } from '#lib/late/types.ts';
import { pointFilter } from '#lib/server/coverage/filter-sql.ts';
import { holdsOnBoth, knownDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/** The day on which anything was recorded here for the first time; null when nothing was. */
export async function findFirstRecordedOn(db: Kysely<DB>): Promise<Day | null> {
	const query = sql<{ day: Day }>`
		select recorded_on as day from event order by recorded_at, id limit 1`;
	return (await query.execute(db)).rows[0]?.day ?? null;
}

/**
 * Openings of the period by the days between happening and being recorded for the first time, per
 * support institute and province, as they hold on (D, K): the rule of `reportDays` for all points at
 * once. Openings that were loaded in bulk (a batch of kind seed or import) are left out, because all
 * of them were recorded in one moment; the story of the demo has no batch, for its events carry the
 * moments they would have had.
 */
export async function listDelayCounts(
	db: Kysely<DB>,
	where: Where,
	{ from, to }: MeasuredPeriod
): Promise<RegionDelayCount[]> {
	const query = sql<RegionDelayCount>`
		with report as (
			select stand.library_id, stand.municipality_code, ${pointFilter(where)} as shown,
				min(event.recorded_on) - stand.opened_on as days
			from information_point_state stand
				join event on event.information_point_id = stand.information_point_id
					and event.effective_on = stand.opened_on and event.recorded_on <= ${knownDay(where)}
					and event.milestone_code = 'opening' and event.kind = 'achieved' and event.corrects_event_id is null
				left join event_batch batch on batch.id = event.batch_id
			where ${holdsOnBoth('stand', where)} and stand.opened_on between ${from} and ${to}
			group by stand.information_point_id, stand.library_id, stand.municipality_code, stand.opened_on
			having bool_and(event.date_precision = 'day' and coalesce(batch.kind = 'form', true))
		)
		select institute.slug as institute, municipality.province_code, report.days,
			(count(*) filter (where report.shown))::int as count, count(*)::int as everywhere
		from report
			join municipality on municipality.code = report.municipality_code
			join library on library.id = report.library_id
			join support_institute institute on institute.id = library.support_institute_id
		group by 1, 2, 3 order by 1, 2, 3`;
	return (await query.execute(db)).rows;
}
