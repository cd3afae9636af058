import { sql, type Kysely } from 'kysely';

/** A quarter can be locked for entry: its days are no longer recorded or put right, but for named exceptions. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table quarter_lock (
			id integer generated always as identity primary key,
			quarter_end date not null,
			kind text not null,
			user_id text constraint quarter_lock_user_exists references app_user,
			until date,
			reason text not null,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint quarter_lock_kind_known check (kind = any (array['locked', 'unlocked', 'excepted', 'exception_ended'])),
			constraint quarter_lock_of_quarter check (extract(month from quarter_end + 1)::int % 3 = 1 and extract(day from quarter_end + 1) = 1),
			constraint quarter_lock_after_quarter check (quarter_end < (timezone('Europe/Amsterdam', recorded_at))::date),
			constraint quarter_lock_exception_named check ((user_id is not null) = (kind in ('excepted', 'exception_ended'))),
			constraint quarter_lock_exception_ends check ((until is not null) = (kind = 'excepted')),
			constraint quarter_lock_exception_sensible check (until between (timezone('Europe/Amsterdam', recorded_at))::date
				and (timezone('Europe/Amsterdam', recorded_at))::date + 92),
			constraint quarter_lock_reason_length check (length(trim(reason)) between 1 and 500 and length(reason) <= 500),
			constraint quarter_lock_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index quarter_lock_quarter_idx on quarter_lock (quarter_end, recorded_at, id);
		comment on table quarter_lock is 'What the programme manager decided about recording in a quarter that is over. Never changed: the last of the quarter counts, and the last of each person in it.';
		comment on column quarter_lock.user_id is 'Who may record in it all the same, up to and including the day until.';
		comment on column quarter_lock.recorded_by is 'The id of the author; kept when the account is removed.';

		create function refuse_quarter_lock_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what was decided about a quarter is decided anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'quarter_lock_append_only', table = tg_table_name;
		end $$;
		create trigger quarter_lock_append_only before update or delete on quarter_lock
			for each row execute function refuse_quarter_lock_rewrite();
		create trigger quarter_lock_no_truncate before truncate on quarter_lock
			for each statement execute function refuse_quarter_lock_rewrite();

		-- The quarters that are locked now, and whom for.
		create view quarter_locked as
			select quarter_end, (date_trunc('quarter', quarter_end))::date as quarter_start from (
				select distinct on (quarter_end) quarter_end, kind from quarter_lock
				where kind in ('locked', 'unlocked')
				order by quarter_end, recorded_at desc, id desc) last
			where kind = 'locked';
		create view quarter_exception as
			select quarter_end, user_id, until from (
				select distinct on (quarter_end, user_id) quarter_end, user_id, until, kind from quarter_lock
				where kind in ('excepted', 'exception_ended')
				order by quarter_end, user_id, recorded_at desc, id desc) last
			where kind = 'excepted';

		-- Whatever way an entry comes, it is refused here: also one that puts right or takes back an entry of the quarter.
		create function refuse_locked_quarter() returns trigger language plpgsql as $$
		begin
			if exists (select from quarter_locked) and exists (
				select from added
				left join event corrected on corrected.id = added.corrects_event_id
				join quarter_locked locked
					on added.effective_on between locked.quarter_start and locked.quarter_end
					or corrected.effective_on between locked.quarter_start and locked.quarter_end
				where not exists (select from quarter_exception exception
					where exception.quarter_end = locked.quarter_end and exception.user_id = added.recorded_by
						and added.recorded_on <= exception.until))
			then
				raise exception 'the quarter of this day is locked for entry'
					using errcode = 'check_violation', constraint = 'event_quarter_locked', table = tg_table_name;
			end if;
			return null;
		end $$;
		create trigger event_quarter_locked after insert on event
			referencing new table as added
			for each statement execute function refuse_locked_quarter();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop trigger event_quarter_locked on event;
		drop function refuse_locked_quarter;
		drop view quarter_exception;
		drop view quarter_locked;
		drop table quarter_lock;
		drop function refuse_quarter_lock_rewrite;
	`.execute(db);
}
