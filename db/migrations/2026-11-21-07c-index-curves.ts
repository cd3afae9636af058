import { sql, type Kysely } from 'kysely';

/**
 * For what is counted over all days or on two of them at once, at a hundred times the size: when
 * points were realised (steps of the slider, curves: 20 ms instead of 80), the plans of the points of
 * a day without their table, and the day of each application.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create index information_point_state_realised_idx on information_point_state (known_to, known_from)
			include (library_id, municipality_code, outside_library, opened_on, valid_from, valid_to) where realised;
		create index milestone_state_application_idx on milestone_state (library_id)
			include (on_day, valid_from, valid_to, known_from, known_to)
			where milestone_code = 'aanvraag' and lane = 'status' and kind = 'achieved';
		drop index information_point_state_day_idx, information_point_state_known_idx;
		create index information_point_state_day_idx on information_point_state
			(valid_to, valid_from, known_from, known_to)
			include (information_point_id, municipality_code, library_id, outside_library, realised, accessible,
				online_only, opened_on, awaited_on, first_plan_on, plan_on, forecast_on);
		create index information_point_state_known_idx on information_point_state (valid_to, valid_from)
			include (information_point_id, municipality_code, library_id, outside_library, realised, accessible,
				online_only, opened_on, awaited_on, first_plan_on, plan_on, forecast_on)
			where known_to = 'infinity';
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop index information_point_state_realised_idx, milestone_state_application_idx,
			information_point_state_day_idx, information_point_state_known_idx;
		create index information_point_state_day_idx on information_point_state
			(valid_to, valid_from, known_from, known_to)
			include (information_point_id, municipality_code, library_id, outside_library, realised, accessible,
				online_only, opened_on, awaited_on, first_plan_on, forecast_on);
		create index information_point_state_known_idx on information_point_state (valid_to, valid_from)
			include (information_point_id, municipality_code, library_id, outside_library, realised, accessible,
				online_only, opened_on, awaited_on, first_plan_on, forecast_on)
			where known_to = 'infinity';
	`.execute(db);
}
