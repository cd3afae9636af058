import { sql, type Kysely } from 'kysely';

/** A moment of recording for what no kept page shows: the lock and the order of all writes, without a new version. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create function quiet_stamp(out recorded_at timestamptz) language plpgsql as $$
		declare
			demo_day date;
			next_at timestamptz;
		begin
			-- The lock on this one row makes writers queue, so the clock is read in commit order.
			select last_recorded_at + interval '1 microsecond' into next_at from data_version for update;
			select demo_today into demo_day from installation;
			recorded_at := clock_timestamp();
			if demo_day is not null then
				recorded_at := (demo_day + (recorded_at at time zone 'Europe/Amsterdam')::time) at time zone 'Europe/Amsterdam';
			end if;
			if (next_at at time zone 'Europe/Amsterdam')::date <= (recorded_at at time zone 'Europe/Amsterdam')::date then
				recorded_at := greatest(recorded_at, next_at);
			end if;
			update data_version set last_recorded_at = quiet_stamp.recorded_at;
		end $$;
		comment on function quiet_stamp is 'Takes the write lock and gives the moment of recording as record_stamp does, without another data_version: for what no kept page shows.';
		create or replace function record_stamp(out version bigint, out recorded_at timestamptz) language plpgsql as $$
		begin
			recorded_at := quiet_stamp();
			update data_version set version = data_version.version + 1 returning data_version.version into version;
			perform pg_notify('data_version', version::text);
		end $$;
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
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
		drop function quiet_stamp;
	`.execute(db);
}
