import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { Candidate } from '#lib/figures/forecast/situation.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A point that may still open; without a target when nobody plans it any more. */
export interface UnderwayRow extends Omit<Candidate, 'targetOn'> {
	targetOn: Day | null;
}

/** Milestones before the opening: of the point itself and of its library. */
const POINT_STEPS = ['variant', 'inrichting', 'gids', 'communicatie'];
const LIBRARY_STEPS = [
	'beschikking',
	'projectplan',
	'netwerk',
	'werkafspraken',
	'elearning',
	'training'
];
const STEPS = POINT_STEPS.length + LIBRARY_STEPS.length;

/**
 * The points on their way to their opening on each of these days, as known on the day beside it. The
 * day aimed at is the adviser's forecast when that was made after the plan, else the plan.
 */
export async function listUnderway(
	db: Kysely<DB>,
	looks: readonly ForecastDates[]
): Promise<UnderwayRow[]> {
	const holds = (table: string) => {
		const column = (name: string) => sql.ref(`${table}.${name}`);
		return sql`(${column('validFrom')} <= look.day and look.day < ${column('validTo')}
			and ${column('knownFrom')} <= look.known_on and look.known_on < ${column('knownTo')})`;
	};
	const done = (column: string, steps: readonly string[]) => sql`
		select look.day, step.${sql.ref(column)} as id, count(*)::int as done
		from look join milestone_state step on ${holds('step')}
		where step.lane = 'status' and step.kind in ('achieved', 'not_applicable')
			and step.${sql.ref(column)} is not null and step.milestone_code = any (${[...steps]})
		group by 1, 2`;
	const opening = (lane: string) => sql`
		select look.day, lane.information_point_id, lane.on_day, lane.event_id
		from look join milestone_state lane on ${holds('lane')}
		where lane.milestone_code = 'opening' and lane.lane = ${lane}
			and lane.information_point_id is not null`;
	const query = sql<UnderwayRow>`
		with look as (select day, known_on from unnest(
				${looks.map(({ day }) => day)}::date[],
				${looks.map(({ knownOn }) => knownOn)}::date[]) as given (day, known_on)),
			point_step as materialized (${done('informationPointId', POINT_STEPS)}),
			library_step as materialized (${done('libraryId', LIBRARY_STEPS)}),
			first_plan as materialized (${opening('first_plan')}),
			plan as materialized (${opening('plan')}),
			forecast as materialized (${opening('forecast')}),
			waiting as materialized (
				select look.day, stand.* from look
					join information_point_state stand on ${holds('stand')}
				where stand.opened_on is null
					and stand.operation is distinct from 'permanently_closed'
					and stand.opening is distinct from 'not_applicable'
			)
		select waiting.day, waiting.information_point_id as point_id, waiting.library_id,
			waiting.municipality_code, waiting.outside_library,
			case when forecast.on_day >= plan.on_day then waiting.forecast_on
				else coalesce(waiting.plan_on, waiting.forecast_on) end as target_on,
			case when forecast.on_day >= plan.on_day or waiting.plan_on is null then 'forecast' else 'plan' end as basis,
			waiting.opening is not distinct from 'on_hold' as on_hold,
			plan.event_id is distinct from first_plan.event_id as replanned,
			(coalesce(point_step.done, 0) + coalesce(library_step.done, 0))::float8 / ${STEPS}::int as steps_share
		from waiting
			left join first_plan using (day, information_point_id)
			left join plan using (day, information_point_id)
			left join forecast using (day, information_point_id)
			left join point_step on point_step.day = waiting.day and point_step.id = waiting.information_point_id
			left join library_step on library_step.day = waiting.day and library_step.id = waiting.library_id
		order by waiting.day desc, waiting.information_point_id`;
	return (await query.execute(db)).rows;
}
