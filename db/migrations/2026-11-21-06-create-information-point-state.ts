import { sql, type Kysely } from 'kysely';

/**
 * Speed of the figures: one row per information point for any two dates, kept from `milestone_state`
 * by triggers, and indexes that hold what the questions of the map page ask.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table information_point_state (
			information_point_id integer not null constraint information_point_state_point_exists references information_point,
			valid_from date not null,
			valid_to date not null,
			known_from date not null,
			known_to date not null,
			library_id integer not null constraint information_point_state_library_exists references library,
			municipality_code text not null constraint information_point_state_municipality_exists references municipality,
			outside_library boolean not null,
			realised boolean not null,
			accessible boolean not null,
			online_only boolean not null,
			opened_on date,
			awaited_on date,
			first_plan_on date,
			plan_on date,
			forecast_on date,
			opening text,
			operation text,
			primary key (information_point_id, valid_from, known_from),
			constraint information_point_state_intervals check (valid_from < valid_to and known_from < known_to)
		);
		comment on table information_point_state is 'Projection of milestone_state and information_point_period: all that is known of the opening of an information point, and where it then belongs, for the days valid_from ≤ D < valid_to as known on known_from ≤ K < known_to; no row when the point does not exist there. Kept by triggers; refresh_information_point_state() makes it again.';
		comment on column information_point_state.outside_library is 'Stands outside a library: counts for its municipality, not for KB''s locations.';
		comment on column information_point_state.realised is 'Opened, and not permanently closed.';
		comment on column information_point_state.accessible is 'Realised, and neither temporarily closed nor online only.';
		comment on column information_point_state.online_only is 'Not opened, but works online or by phone.';
		comment on column information_point_state.awaited_on is 'The current plan while the point still has to open: not realised, not closed, not "not applicable".';
		comment on column information_point_state.opening is 'Kind of the event that holds for the milestone opening.';
		comment on column information_point_state.operation is 'Kind of the event that holds for the operation of the point.';

		create function refresh_information_point_state(points integer[]) returns void language sql as $$
			delete from information_point_state where information_point_id = any (points);
			insert into information_point_state
			with fact as (
				select information_point_id as point, milestone_code = 'opening' as of_opening, lane, kind, on_day, target_on,
					valid_from, valid_to, known_from, known_to
				from milestone_state
				where information_point_id = any (points) and milestone_code in ('opening', 'operation') and lane <> 'confirmation'
			), valid_slice as (
				select point, day as valid_from, lead(day, 1, 'infinity') over (partition by point order by day) as valid_to
				from (select point, valid_from as day from fact union select point, valid_to from fact where valid_to < 'infinity') cut
			), known_slice as (
				select point, day as known_from, lead(day, 1, 'infinity') over (partition by point order by day) as known_to
				from (select point, known_from as day from fact union select point, known_to from fact where known_to < 'infinity') cut
			), cell as (
				select point, valid_slice.valid_from, valid_slice.valid_to, known_slice.known_from, known_slice.known_to,
					min(kind) filter (where of_opening and lane = 'status') as opening,
					min(kind) filter (where not of_opening and lane = 'status') as operation,
					min(on_day) filter (where of_opening and lane = 'status' and kind = 'achieved') as opened_on,
					min(target_on) filter (where of_opening and lane = 'first_plan') as first_plan_on,
					min(target_on) filter (where of_opening and lane = 'plan') as plan_on,
					min(target_on) filter (where of_opening and lane = 'forecast') as forecast_on
				from valid_slice join known_slice using (point) join fact using (point)
				where fact.valid_from <= valid_slice.valid_from and valid_slice.valid_from < fact.valid_to
					and fact.known_from <= known_slice.known_from and known_slice.known_from < fact.known_to
				group by 1, 2, 3, 4, 5
			), worded as (
				select *, (opening, operation, opened_on, first_plan_on, plan_on, forecast_on)::text as content from cell
			), known_step as (
				-- Neighbours with the same content become one rectangle: first along the days of knowing …
				select *, case when lag(known_to) over earlier = known_from and lag(content) over earlier = content then 0 else 1 end as begins
				from worded window earlier as (partition by point, valid_from order by known_from)
			), known_run as (
				select *, sum(begins) over (partition by point, valid_from order by known_from) as run from known_step
			), known_long as (
				select point, valid_from, valid_to, content, opening, operation, opened_on, first_plan_on, plan_on, forecast_on,
					min(known_from) as known_from, max(known_to) as known_to
				from known_run group by run, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
			), valid_step as (
				-- … then along the days of being true.
				select *, case when lag(valid_to) over earlier = valid_from then 0 else 1 end as begins
				from known_long window earlier as (partition by point, known_from, known_to, content order by valid_from)
			), valid_run as (
				select *, sum(begins) over (partition by point, known_from, known_to, content order by valid_from) as run from valid_step
			), rectangle as (
				select point, min(valid_from) as valid_from, max(valid_to) as valid_to, known_from, known_to,
					opening, operation, opened_on, first_plan_on, plan_on, forecast_on,
					opened_on is not null and operation is distinct from 'permanently_closed' as realised
				from valid_run group by run, point, known_from, known_to, content, 6, 7, 8, 9, 10, 11
			)
			select point, greatest(rectangle.valid_from, period.valid_from), least(rectangle.valid_to, period.valid_to),
				known_from, known_to, library_id, municipality_code,
				location_type = 'buiten_bibliotheek', realised,
				realised and coalesce(operation, 'reopened') = 'reopened',
				opened_on is null and operation is not distinct from 'online_only',
				opened_on,
				case when opened_on is null and operation is distinct from 'permanently_closed'
					and opening is distinct from 'not_applicable' then plan_on end,
				first_plan_on, plan_on, forecast_on, opening, operation
			from rectangle join information_point_period period on period.information_point_id = point
				and period.valid_from < rectangle.valid_to and rectangle.valid_from < period.valid_to
				join information_point on information_point.id = point
			order by 1, 2, 4;
		$$;
		comment on function refresh_information_point_state is 'Makes information_point_state again for these points.';

		create function follow_milestone_state() returns trigger language plpgsql as $$
		begin
			perform refresh_information_point_state(array(
				select distinct information_point_id from touched
				where information_point_id is not null and milestone_code in ('opening', 'operation')));
			return null;
		end $$;
		create trigger information_point_state_after_insert after insert on milestone_state
			referencing new table as touched for each statement execute function follow_milestone_state();
		create trigger information_point_state_after_delete after delete on milestone_state
			referencing old table as touched for each statement execute function follow_milestone_state();
		create function follow_information_point_period() returns trigger language plpgsql as $$
		begin
			perform refresh_information_point_state(array(select distinct information_point_id from touched));
			return null;
		end $$;
		create trigger information_point_state_after_period_insert after insert on information_point_period
			referencing new table as touched for each statement execute function follow_information_point_period();
		create trigger information_point_state_after_period_update after update on information_point_period
			referencing new table as touched for each statement execute function follow_information_point_period();
		create trigger information_point_state_after_period_delete after delete on information_point_period
			referencing old table as touched for each statement execute function follow_information_point_period();

		create function follow_location_type() returns trigger language plpgsql as $$
		begin
			perform refresh_information_point_state(array[new.id]);
			return null;
		end $$;
		create trigger information_point_state_after_location_type after update of location_type on information_point
			for each row execute function follow_location_type();

		create function refuse_milestone_state_update() returns trigger language plpgsql as $$
		begin
			raise exception 'milestone_state is written by delete and insert'
				using errcode = 'restrict_violation', constraint = 'milestone_state_not_updated', table = 'milestone_state';
		end $$;
		create trigger milestone_state_not_updated before update on milestone_state
			for each statement execute function refuse_milestone_state_update();

		select refresh_information_point_state(array(select id from information_point));

		create index information_point_state_library_idx on information_point_state (library_id);
		create index information_point_state_municipality_idx on information_point_state (municipality_code);
		-- With everything known, which is what nearly every reader asks for.
		create index information_point_state_known_idx on information_point_state (valid_to, valid_from)
			include (information_point_id, municipality_code, library_id, outside_library, realised, accessible, online_only,
				opened_on, awaited_on, first_plan_on)
			where known_to = 'infinity';

		-- Milestones done: what is achieved or not applicable, per library and per point, without the table.
		create index milestone_state_library_achieved_idx on milestone_state
			(library_id, valid_from, valid_to, known_from, known_to, milestone_code)
			where lane = 'status' and kind = 'achieved' and library_id is not null;
		create index milestone_state_information_point_achieved_idx on milestone_state
			(information_point_id, valid_from, valid_to, known_from, known_to)
			where lane = 'status' and kind = 'achieved' and information_point_id is not null;
		create index milestone_state_not_applicable_idx on milestone_state
			(library_id, information_point_id, valid_from, valid_to, known_from, known_to)
			where lane = 'status' and kind = 'not_applicable';

		create function search_text(value text) returns text language sql immutable strict parallel safe as $$
			select replace(translate(lower(value),
				'áàâäãåéèêëíìîïóòôöõúùûüýÿçñÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÝÇÑ-''’‘',
				'aaaaaaeeeeiiiiooooouuuuyycnaaaaaaeeeeiiiiooooouuuuycn '), 'friesland', 'fryslan')
		$$;
		comment on function search_text is 'A name as it is searched and sorted: without case, accents, hyphens and apostrophes; Friesland is Fryslân.';
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop index milestone_state_library_achieved_idx, milestone_state_information_point_achieved_idx, milestone_state_not_applicable_idx;
		drop trigger information_point_state_after_period_delete on information_point_period;
		drop trigger information_point_state_after_period_update on information_point_period;
		drop trigger information_point_state_after_period_insert on information_point_period;
		drop function search_text;
		drop trigger information_point_state_after_location_type on information_point;
		drop trigger milestone_state_not_updated on milestone_state;
		drop trigger information_point_state_after_delete on milestone_state;
		drop trigger information_point_state_after_insert on milestone_state;
		drop function refuse_milestone_state_update, follow_location_type, follow_information_point_period, follow_milestone_state, refresh_information_point_state;
		drop table information_point_state;
	`.execute(db);
}
