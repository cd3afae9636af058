import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { stateHolds } from '#lib/server/ledger/milestone/reading-days.ts';

/**
 * The common tables `scope` (libraries), `point` (the locations that they have), `state` (every lane
 * of their milestones) and `milestone_now`: where each milestone stands at the end of `today`, read
 * from the projection as the dossiers read it.
 */
export function milestonesNow(inScope: RawBuilder<unknown>, today: Day): RawBuilder<unknown> {
	const holds = stateHolds({ factDay: today, knownDay: today });
	return sql`
		scope as materialized (select id, slug, name from library where ${inScope}),
		point as materialized (
			select period.information_point_id as id, period.library_id
			from information_point_period period join scope on scope.id = period.library_id
			where period.valid_from <= ${today} and ${today} < period.valid_to
		),
		state as (
			select scope.id as library_id, null::int as point_id, milestone_code, lane, kind, on_day, target_on,
				reason_code, event_id
			from scope join milestone_state state on state.library_id = scope.id
			where ${holds}
			union all
			select point.library_id, point.id, milestone_code, lane, kind, on_day, target_on, reason_code, event_id
			from point join milestone_state state on state.information_point_id = point.id
			where ${holds}
		),
		milestone_now as (
			select library_id, point_id, milestone_code,
				max(target_on) filter (where lane = 'plan') as plan_on,
				max(target_on) filter (where lane = 'forecast') as forecast_on,
				max(event_id) filter (where lane = 'plan' and kind = 'planned') as plan_event,
				max(reason_code) filter (where lane = 'plan') as plan_reason,
				max(on_day) filter (where lane = 'plan') as plan_made_on,
				max(event_id) filter (where lane = 'first_plan') as first_event,
				max(target_on) filter (where lane = 'first_plan') as first_on,
				max(on_day) filter (where lane = 'status') as status_on,
				max(event_id) filter (where lane = 'status') as status_event,
				max(target_on) filter (where lane = 'status') as ends_on,
				coalesce(max(kind) filter (where lane = 'status' and kind <> 'resumed'), 'open') as status
			from state group by library_id, point_id, milestone_code
		)`;
}
