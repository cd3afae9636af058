import { sql, type Kysely } from 'kysely';

/**
 * Names as they are searched and sorted are stored with their row, and the indexes of milestones hold
 * exactly what the figures count, so that counting never visits the tables.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		alter table library add column searchable text not null generated always as
			(search_text(name || ' ' || short_name || ' ' || coalesce(main_town, ''))) stored;
		alter table municipality add column searchable text not null generated always as (search_text(name)) stored;
		alter table information_point add column searchable text not null generated always as
			(search_text(name || ' ' || town)) stored;
		comment on column library.searchable is 'Its names and town as they are searched and sorted.';
		comment on column municipality.searchable is 'Its name as it is searched and sorted.';
		comment on column information_point.searchable is 'Its name and town as they are searched and sorted.';
		create index information_point_searchable_idx on information_point (searchable, id);

		drop index milestone_state_library_achieved_idx, milestone_state_information_point_achieved_idx,
			milestone_state_not_applicable_idx;
		create index milestone_state_library_achieved_idx on milestone_state
			(library_id, valid_from, valid_to, known_from, known_to)
			where lane = 'status' and kind = 'achieved' and library_id is not null and milestone_code in
				('aanvraag', 'beschikking', 'projectplan', 'netwerk', 'werkafspraken', 'elearning', 'training', 'borging');
		create index milestone_state_information_point_achieved_idx on milestone_state
			(information_point_id, valid_from, valid_to, known_from, known_to)
			where lane = 'status' and kind = 'achieved' and information_point_id is not null and milestone_code in
				('variant', 'inrichting', 'gids', 'communicatie', 'opening', 'registratie');
		create index milestone_state_not_applicable_idx on milestone_state
			(library_id, information_point_id, milestone_code, valid_from, valid_to, known_from, known_to)
			where lane = 'status' and kind = 'not_applicable';
		create index milestone_state_event_day_idx on milestone_state
			(on_day, information_point_id, known_from, known_to)
			where lane = 'status' and (milestone_code = 'opening' and kind = 'achieved' or milestone_code = 'operation');
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop index milestone_state_event_day_idx, milestone_state_library_achieved_idx,
			milestone_state_information_point_achieved_idx, milestone_state_not_applicable_idx;
		create index milestone_state_library_achieved_idx on milestone_state
			(library_id, valid_from, valid_to, known_from, known_to, milestone_code)
			where lane = 'status' and kind = 'achieved' and library_id is not null;
		create index milestone_state_information_point_achieved_idx on milestone_state
			(information_point_id, valid_from, valid_to, known_from, known_to)
			where lane = 'status' and kind = 'achieved' and information_point_id is not null;
		create index milestone_state_not_applicable_idx on milestone_state
			(library_id, information_point_id, valid_from, valid_to, known_from, known_to)
			where lane = 'status' and kind = 'not_applicable';
		alter table information_point drop column searchable;
		alter table municipality drop column searchable;
		alter table library drop column searchable;
	`.execute(db);
}
