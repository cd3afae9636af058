import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import type { MeasuredPeriod } from '#lib/late/reporting-delay.ts';
import type { RegionDelayCount } from '#lib/late/types.ts';
import { pointFilter } from '#lib/server/coverage/filter-sql.ts';
import { holdsOnBoth, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/** The day on which anything was recorded here for the first time; null when nothing was. */
export async function findFirstRecordedOn(db: Kysely<DB>): Promise<Day | null> {
	const query = sql<{ day: Day }>`
		select recorded_on as day from event order by recorded_at, id limit 1`;
	return (await query.execute(db)).rows[0]?.day ?? null;
}

/**
 * Openings of the period by the days between happening and recording, per support institute and
 * province, as they hold on (D, K): the rule of `reportDays` for all points at once. Openings that were loaded in bulk
 * (a batch of kind seed or import) are left out, because all of them were recorded in one moment;
 * the story of the demo has no batch, for its events carry the moments they would have had.
 */
export async function listDelayCounts(
	db: Kysely<DB>,
	where: Where,
	{ from, to }: MeasuredPeriod
): Promise<RegionDelayCount[]> {
	const query = sql<RegionDelayCount>`
		select institute.slug as institute, municipality.province_code, event.recorded_on - event.effective_on as days,
			(count(*) filter (where ${pointFilter(where)}))::int as count, count(*)::int as everywhere
		from information_point_state stand
			join milestone_state state on state.information_point_id = stand.information_point_id
				and state.milestone_code = 'opening' and state.lane = 'status' and state.kind = 'achieved'
				and ${holdsOnBoth('state', where)}
			join event on event.id = state.event_id
			left join event_batch batch on batch.id = event.batch_id
			join municipality on municipality.code = stand.municipality_code
			join library on library.id = stand.library_id
			join support_institute institute on institute.id = library.support_institute_id
		where ${holdsOnBoth('stand', where)} and stand.opened_on between ${from} and ${to}
			and event.corrects_event_id is null and event.date_precision = 'day'
			and (batch.kind is null or batch.kind = 'form')
		group by 1, 2, 3 order by 1, 2, 3`;
	return (await query.execute(db)).rows;
}
