import { sql, type Kysely } from 'kysely';

/**
 * Which information points were projected again since somebody last looked, so that a copy of
 * `information_point_state` and `library` in memory can be kept by reading what changed only.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		alter table data_version add column counted_change bigint not null default 0;
		comment on column data_version.counted_change is 'The number of the last change of what figures are counted from: information_point_state and library.';
		create table information_point_change (
			information_point_id integer primary key,
			change bigint not null
		);
		create index information_point_change_change_idx on information_point_change (change);
		comment on table information_point_change is 'The last change of each point in information_point_state, as data_version.counted_change numbers them, in the order of commit. Without a foreign key: of a point that is gone it still has to be told.';
		insert into information_point_change select distinct information_point_id, 0 from information_point_state;

		alter function refresh_information_point_state rename to project_information_points;
		comment on function project_information_points is 'Makes information_point_state again for these points; only refresh_information_point_state calls it.';
		create function refresh_information_point_state(points integer[]) returns void language plpgsql as $$
		declare number bigint;
		begin
			if cardinality(points) = 0 then return; end if;
			-- The lock on this row makes writers queue, so that a number is never seen before a lower one.
			update data_version set counted_change = counted_change + 1 returning counted_change into number;
			perform project_information_points(points);
			insert into information_point_change select distinct point, number from unnest(points) point
				on conflict (information_point_id) do update set change = excluded.change;
		end $$;
		comment on function refresh_information_point_state is 'Makes information_point_state again for these points, and remembers that it did.';

		-- The copy in memory says of each point in which province it lies.
		create function follow_municipality_province() returns trigger language plpgsql as $$
		begin
			perform refresh_information_point_state(array(
				select distinct information_point_id from information_point_period where municipality_code = new.code));
			return null;
		end $$;
		create trigger information_point_state_after_province after update of province_code on municipality
			for each row execute function follow_municipality_province();
		create function follow_library() returns trigger language plpgsql as $$
		begin
			update data_version set counted_change = counted_change + 1;
			return null;
		end $$;
		create trigger library_is_counted after insert or update or delete on library
			for each statement execute function follow_library();
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop trigger library_is_counted on library;
		drop function follow_library;
		drop trigger information_point_state_after_province on municipality;
		drop function follow_municipality_province;
		drop function refresh_information_point_state;
		alter function project_information_points rename to refresh_information_point_state;
		comment on function refresh_information_point_state is 'Makes information_point_state again for these points.';
		drop table information_point_change;
		alter table data_version drop column counted_change;
	`.execute(db);
}
