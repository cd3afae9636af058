import { sql, type Kysely } from 'kysely';

/**
 * Whether a realised point is temporarily closed, told apart from one that works online only for now:
 * both are not accessible. The indexes hold it, so that lists still count without the table.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		alter table information_point_state add column temporarily_closed boolean not null
			generated always as (realised and operation is not distinct from 'temporarily_closed') stored;
		comment on column information_point_state.temporarily_closed is 'Realised, and a temporary closure runs. What is realised and neither accessible nor this works online only for now.';
		drop index information_point_state_day_idx, information_point_state_known_idx;
		create index information_point_state_day_idx on information_point_state
			(valid_to, valid_from, known_from, known_to)
			include (information_point_id, municipality_code, library_id, outside_library, realised, accessible,
				temporarily_closed, online_only, opened_on, awaited_on, first_plan_on, plan_on, forecast_on);
		create index information_point_state_known_idx on information_point_state (valid_to, valid_from)
			include (information_point_id, municipality_code, library_id, outside_library, realised, accessible,
				temporarily_closed, online_only, opened_on, awaited_on, first_plan_on, plan_on, forecast_on)
			where known_to = 'infinity';
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop index information_point_state_day_idx, information_point_state_known_idx;
		alter table information_point_state drop column temporarily_closed;
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
