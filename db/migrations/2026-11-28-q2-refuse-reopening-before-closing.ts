import { sql, type Kysely } from 'kysely';

/**
 * A location opens again after it was closed or online only, whichever way that comes in: also when
 * a closure is corrected to a later day, or undone while its reopening stands.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create function check_reopening() returns trigger language plpgsql as $$
		begin
			if exists (
				select from milestone_state again
				where again.information_point_id = new.information_point_id
					and again.milestone_code = 'operation' and again.lane = 'status' and again.kind = 'reopened'
					and again.known_to = 'infinity'
					and not exists (
						select from milestone_state closed
						where closed.information_point_id = again.information_point_id
							and closed.milestone_code = 'operation' and closed.lane = 'status'
							and closed.kind <> 'reopened' and closed.known_to = 'infinity'
							and closed.valid_to = again.valid_from)
					-- Closed and open again on one day: the closure holds on no day, but it is there.
					and not exists (
						select from event closing
						where closing.information_point_id = again.information_point_id
							and closing.milestone_code = 'operation'
							and closing.kind in ('online_only', 'temporarily_closed', 'permanently_closed')
							and closing.effective_on = again.on_day
							and not exists (select from event where corrects_event_id = closing.id))
			) then
				raise exception 'a location cannot open again before it closed'
					using errcode = 'check_violation', constraint = 'event_reopened_after_closing', table = 'event';
			end if;
			return null;
		end $$;
		-- Deferred: it looks at what holds once everything of the transaction is recorded.
		create constraint trigger event_reopened_after_closing after insert on event
			deferrable initially deferred for each row
			when (new.information_point_id is not null and new.milestone_code = 'operation')
			execute function check_reopening();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop trigger event_reopened_after_closing on event;
		drop function check_reopening;
	`.execute(db);
}
