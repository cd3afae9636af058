import { sql, type Kysely } from 'kysely';

/**
 * A temporary closure may say when it is expected to end (`target_on`, absent when that is not
 * known). Days that cannot be are refused, whichever way they come in: an end before the closure, a
 * plan outside the years of the programme, and a location that closed before it opened.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table event drop constraint event_target_with_plan;
		alter table event
			add constraint event_target_with_plan check (
				(kind in ('planned', 'forecast')) = (target_on is not null) or kind = 'temporarily_closed'),
			add constraint event_closure_ends_later check (
				kind <> 'temporarily_closed' or target_on is null or target_on > effective_on),
			add constraint event_target_sensible check (target_on between '2019-01-01' and '2030-12-31');
		comment on column event.target_on is
			'For a plan or forecast: the day aimed at. For a temporary closure: the day it is expected to end.';

		create function check_event_order() returns trigger language plpgsql as $$
		begin
			if exists (
				select from milestone_state opening join milestone_state operation
					on operation.information_point_id = opening.information_point_id
				where opening.information_point_id = new.information_point_id
					and opening.milestone_code = 'opening' and opening.lane = 'status' and opening.kind = 'achieved'
					and operation.milestone_code = 'operation' and operation.lane = 'status'
					and operation.kind in ('temporarily_closed', 'permanently_closed')
					and opening.valid_to = 'infinity' and opening.known_to = 'infinity'
					and operation.valid_to = 'infinity' and operation.known_to = 'infinity'
					and operation.on_day < opening.on_day
			) then
				raise exception 'a location cannot close before it opened'
					using errcode = 'check_violation', constraint = 'event_closed_after_opening', table = 'event';
			end if;
			return null;
		end $$;
		-- Deferred: it looks at what holds once everything of the transaction is recorded.
		create constraint trigger event_closed_after_opening after insert on event
			deferrable initially deferred for each row
			when (new.information_point_id is not null and new.milestone_code in ('opening', 'operation'))
			execute function check_event_order();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop trigger event_closed_after_opening on event;
		drop function check_event_order;
		alter table event
			drop constraint event_target_with_plan,
			drop constraint event_closure_ends_later,
			drop constraint event_target_sensible,
			add constraint event_target_with_plan check ((kind in ('planned', 'forecast')) = (target_on is not null));
		comment on column event.target_on is 'For a plan or forecast: the day aimed at.';
	`.execute(db);
}
