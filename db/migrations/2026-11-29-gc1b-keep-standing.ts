import { sql, type Kysely } from 'kysely';

/**
 * Where each milestone stands now, and when somebody last looked, as rows of their own: the lists of
 * work read them for thousands of libraries, and from the whole ledger that took seconds
 * (docs/decisions/0052-lists-of-work-read-what-stands.md).
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table milestone_standing (
			library_id integer,
			information_point_id integer,
			milestone_code text not null,
			status text not null,
			status_on date,
			status_event bigint,
			ends_on date,
			plan_on date,
			plan_made_on date,
			plan_event bigint,
			plan_reason text,
			forecast_on date,
			first_on date,
			first_event bigint,
			confirmed_on date,
			asks_from date generated always as (case
				when milestone_code = 'operation' then '-infinity'
				when status = 'open' and plan_on is not null and plan_event <> first_event and plan_on <> first_on
					and plan_reason is null then '-infinity'
				when status = 'open' and plan_on is not null then plan_on
				when status = 'open' and first_on is not null then '-infinity'
			end) stored,
			asks_until date generated always as (
				case when status = 'achieved' and plan_event > status_event then plan_on end
			) stored,
			constraint milestone_standing_one_subject check (num_nonnulls(library_id, information_point_id) = 1),
			constraint milestone_standing_texts check (
				length(milestone_code) <= 40 and length(status) <= 40 and length(plan_reason) <= 40)
		);
		comment on table milestone_standing is 'Projection of milestone_state: where each milestone stands as everything that is known says of the last day. Kept by the triggers of milestone_state; refresh_milestone_standing() makes it again.';
		comment on column milestone_standing.asks_from is 'From this day something may be the matter with it (of a plan that is not reached: a plan may ask a while before its day, which this is); null when never. The list of the week reads only these, and those of asks_until.';
		comment on column milestone_standing.asks_until is 'The day of a plan that was made after the milestone was reached: until then that is the matter with it.';
		create unique index milestone_standing_library_key on milestone_standing (library_id, milestone_code)
			where library_id is not null;
		create unique index milestone_standing_information_point_key
			on milestone_standing (information_point_id, milestone_code) where information_point_id is not null;
		create index milestone_standing_library_asks_idx on milestone_standing (asks_from)
			where asks_from is not null and library_id is not null;
		create index milestone_standing_information_point_asks_idx on milestone_standing (asks_from)
			where asks_from is not null and information_point_id is not null;
		create index milestone_standing_asks_until_idx on milestone_standing (asks_until) where asks_until is not null;
		create index milestone_standing_record_idx on milestone_standing (library_id, information_point_id)
			include (confirmed_on) where milestone_code = 'record';
		create index milestone_standing_closed_idx on milestone_standing (information_point_id)
			where milestone_code = 'operation' and status = 'permanently_closed';

		create view milestone_standing_as_projected as
			select library_id, information_point_id, milestone_code,
				coalesce(max(kind) filter (where lane = 'status' and kind <> 'resumed'), 'open') as status,
				max(on_day) filter (where lane = 'status') as status_on,
				max(event_id) filter (where lane = 'status') as status_event,
				max(target_on) filter (where lane = 'status') as ends_on,
				max(target_on) filter (where lane = 'plan') as plan_on,
				max(on_day) filter (where lane = 'plan') as plan_made_on,
				max(event_id) filter (where lane = 'plan' and kind = 'planned') as plan_event,
				max(reason_code) filter (where lane = 'plan') as plan_reason,
				max(target_on) filter (where lane = 'forecast') as forecast_on,
				max(target_on) filter (where lane = 'first_plan') as first_on,
				max(event_id) filter (where lane = 'first_plan') as first_event,
				max(on_day) filter (where lane = 'confirmation') as confirmed_on
			from milestone_state where valid_to = 'infinity' and known_to = 'infinity'
			group by library_id, information_point_id, milestone_code;
		comment on view milestone_standing_as_projected is 'What milestone_standing has to hold. At most one row of a lane of a milestone is open to both sides, so max() only picks it.';

		create function refresh_milestone_standing(libraries integer[], points integer[], codes text[]) returns void
		language plpgsql as $$
		begin
			-- Apart, so that each reads the index of its own column; most writes are about one of both.
			if cardinality(libraries) > 0 then
				delete from milestone_standing where library_id = any (libraries) and milestone_code = any (codes);
				insert into milestone_standing select * from milestone_standing_as_projected
				where library_id = any (libraries) and milestone_code = any (codes);
			end if;
			if cardinality(points) > 0 then
				delete from milestone_standing where information_point_id = any (points) and milestone_code = any (codes);
				insert into milestone_standing select * from milestone_standing_as_projected
				where information_point_id = any (points) and milestone_code = any (codes);
			end if;
		end $$;
		comment on function refresh_milestone_standing is 'Makes milestone_standing again for these milestones of these libraries and points.';

		create function follow_standing() returns trigger language plpgsql as $$
		begin
			perform refresh_milestone_standing(
				array(select distinct library_id from touched where library_id is not null),
				array(select distinct information_point_id from touched where information_point_id is not null),
				array(select distinct milestone_code from touched));
			return null;
		end $$;
		create trigger milestone_standing_after_insert after insert on milestone_state
			referencing new table as touched for each statement execute function follow_standing();
		create trigger milestone_standing_after_delete after delete on milestone_state
			referencing old table as touched for each statement execute function follow_standing();

		create table last_look (
			library_id integer,
			information_point_id integer,
			last_on date not null,
			constraint last_look_one_subject check (num_nonnulls(library_id, information_point_id) = 1)
		);
		comment on table last_look is 'The last day on which somebody recorded anything about a library or a location; loading public sources is no look. Kept by a trigger of event, which only grows.';
		create unique index last_look_library_key on last_look (library_id) where library_id is not null;
		create unique index last_look_information_point_key on last_look (information_point_id)
			where information_point_id is not null;

		create view last_look_as_recorded as
			select library_id, information_point_id, max(recorded_on) as last_on from event
			where not exists (select from event_batch batch where batch.id = event.batch_id and batch.kind = 'seed')
			group by library_id, information_point_id;
		comment on view last_look_as_recorded is 'What last_look has to hold.';

		create function follow_looks() returns trigger language plpgsql as $$
		begin
			insert into last_look (library_id, last_on)
				select library_id, max(recorded_on) from added
				where library_id is not null and not exists (
					select from event_batch batch where batch.id = added.batch_id and batch.kind = 'seed')
				group by library_id
				on conflict (library_id) where library_id is not null
					do update set last_on = excluded.last_on where last_look.last_on < excluded.last_on;
			insert into last_look (information_point_id, last_on)
				select information_point_id, max(recorded_on) from added
				where information_point_id is not null and not exists (
					select from event_batch batch where batch.id = added.batch_id and batch.kind = 'seed')
				group by information_point_id
				on conflict (information_point_id) where information_point_id is not null
					do update set last_on = excluded.last_on where last_look.last_on < excluded.last_on;
			return null;
		end $$;
		create trigger last_look_after_event after insert on event
			referencing new table as added for each statement execute function follow_looks();

		insert into milestone_standing select * from milestone_standing_as_projected;
		insert into last_look select * from last_look_as_recorded;
		analyze milestone_standing, last_look;
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop trigger last_look_after_event on event;
		drop function follow_looks;
		drop view last_look_as_recorded;
		drop table last_look;
		drop trigger milestone_standing_after_delete on milestone_state;
		drop trigger milestone_standing_after_insert on milestone_state;
		drop function follow_standing, refresh_milestone_standing;
		drop view milestone_standing_as_projected;
		drop table milestone_standing;
	`.execute(db);
}
