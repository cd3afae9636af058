import { sql, type Kysely } from 'kysely';

/**
 * A clock that is set back over midnight no longer dates what is written then on the day after: the
 * moments of recording rise within a day, but never past the day that the clock shows.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create or replace function record_stamp(out version bigint, out recorded_at timestamptz) language plpgsql as $$
		declare
			demo_day date;
			next_at timestamptz;
		begin
			-- The lock on this one row makes writers queue, so the clock is read in commit order.
			update data_version set version = data_version.version + 1
				returning data_version.version, last_recorded_at + interval '1 microsecond' into version, next_at;
			select demo_today into demo_day from installation;
			recorded_at := clock_timestamp();
			if demo_day is not null then
				recorded_at := (demo_day + (recorded_at at time zone 'Europe/Amsterdam')::time) at time zone 'Europe/Amsterdam';
			end if;
			if (next_at at time zone 'Europe/Amsterdam')::date <= (recorded_at at time zone 'Europe/Amsterdam')::date then
				recorded_at := greatest(recorded_at, next_at);
			end if;
			update data_version set last_recorded_at = record_stamp.recorded_at;
			perform pg_notify('data_version', version::text);
		end $$;
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		create or replace function record_stamp(out version bigint, out recorded_at timestamptz) language plpgsql as $$
		declare demo_day date;
		begin
			-- The lock on this one row makes writers queue, so the clock is read in commit order.
			update data_version set version = data_version.version + 1 returning data_version.version into version;
			select demo_today into demo_day from installation;
			recorded_at := clock_timestamp();
			if demo_day is not null then
				recorded_at := (demo_day + (recorded_at at time zone 'Europe/Amsterdam')::time) at time zone 'Europe/Amsterdam';
			end if;
			update data_version
				set last_recorded_at = greatest(recorded_at, last_recorded_at + interval '1 microsecond')
				returning last_recorded_at into recorded_at;
			perform pg_notify('data_version', version::text);
		end $$;
	`.execute(db);
}
