import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { MeasuredPeriod } from '#lib/figures/reporting-delay/reporting-delay.ts';
import type { RegionDelayCount } from '#lib/figures/reporting-delay/types.ts';
import { pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, knownDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

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
 * moments they would have had. Points and records are read apart, each by its own index, before they
 * are put together: one by one would take five times as long.
 */
export async function listDelayCounts(
	db: Kysely<DB>,
	where: Where,
	{ from, to }: MeasuredPeriod
): Promise<RegionDelayCount[]> {
	const query = sql<RegionDelayCount>`
		with opened as materialized (
			select stand.information_point_id, stand.opened_on, library.support_institute_id,
				municipality.province_code, ${pointFilter(where)} as shown
			from information_point_state stand
				join municipality on municipality.code = stand.municipality_code
				join library on library.id = stand.library_id
			where ${holdsOnBoth('stand', where)} and stand.opened_on between ${from} and ${to}
		), report as materialized (
			select event.information_point_id, event.effective_on, min(event.recorded_on) as recorded_on
			from event left join event_batch batch on batch.id = event.batch_id
			where event.effective_on between ${from} and ${to} and event.recorded_on <= ${knownDay(where)}
				and event.milestone_code = 'opening' and event.kind = 'achieved' and event.corrects_event_id is null
			group by 1, 2
			having bool_and(event.date_precision = 'day' and coalesce(batch.kind = 'form', true))
		), counted as (
			select support_institute_id, province_code, recorded_on - opened_on as days,
				(count(*) filter (where shown))::int as count, count(*)::int as everywhere
			from opened join report on report.information_point_id = opened.information_point_id
				and report.effective_on = opened.opened_on
			group by 1, 2, 3
		)
		select institute.slug as institute, province_code, days, count, everywhere
		from counted join support_institute institute on institute.id = counted.support_institute_id
		order by 1, 2, 3`;
	return (await query.execute(db)).rows;
}
