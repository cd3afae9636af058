import { sql, type Kysely } from 'kysely';

/**
 * Of which libraries and points the status of a milestone was projected again since somebody last
 * looked, so that a copy of those rows of `milestone_state` in memory can be kept by reading what
 * changed only.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		alter table data_version add column counted_milestone_change bigint not null default 0;
		comment on column data_version.counted_milestone_change is 'The number of the last change of the lane status in milestone_state, from which milestones done are counted.';
		create table milestone_change (
			library_id integer,
			information_point_id integer,
			change bigint not null,
			constraint milestone_change_one_subject check (num_nonnulls(library_id, information_point_id) = 1)
		);
		create unique index milestone_change_library_key on milestone_change (library_id)
			where library_id is not null;
		create unique index milestone_change_information_point_key on milestone_change (information_point_id)
			where information_point_id is not null;
		create index milestone_change_change_idx on milestone_change (change);
		comment on table milestone_change is 'The last change of the status of a milestone of each library and point, as data_version.counted_milestone_change numbers them, in the order of commit. Without foreign keys: of one that is gone it still has to be told.';
		insert into milestone_change (library_id, information_point_id, change)
			select distinct library_id, information_point_id, 0 from milestone_state where lane = 'status';

		create function remember_milestone_changes(libraries integer[], points integer[]) returns void
		language plpgsql as $$
		declare number bigint;
		begin
			-- The lock on this row makes writers queue, so that a number is never seen before a lower one.
			update data_version set counted_milestone_change = counted_milestone_change + 1
				returning counted_milestone_change into number;
			insert into milestone_change (library_id, change) select id, number from unnest(libraries) id
				on conflict (library_id) where library_id is not null do update set change = excluded.change;
			insert into milestone_change (information_point_id, change) select id, number from unnest(points) id
				on conflict (information_point_id) where information_point_id is not null
					do update set change = excluded.change;
		end $$;
		comment on function remember_milestone_changes is 'Remembers that the status of a milestone of these libraries and points was projected again; each of them once.';

		create or replace function follow_milestone_state() returns trigger language plpgsql as $$
		begin
			if exists (select from touched where lane = 'status') then
				perform remember_milestone_changes(
					array(select distinct library_id from touched where lane = 'status' and library_id is not null),
					array(select distinct information_point_id from touched
						where lane = 'status' and information_point_id is not null));
			end if;
			perform refresh_information_point_state(array(
				select distinct information_point_id from touched
				where information_point_id is not null and milestone_code in ('opening', 'operation')));
			return null;
		end $$;
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		create or replace function follow_milestone_state() returns trigger language plpgsql as $$
		begin
			perform refresh_information_point_state(array(
				select distinct information_point_id from touched
				where information_point_id is not null and milestone_code in ('opening', 'operation')));
			return null;
		end $$;
		drop function remember_milestone_changes;
		drop table milestone_change;
		alter table data_version drop column counted_milestone_change;
	`.execute(db);
}
