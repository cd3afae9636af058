import { sql, type Kysely } from 'kysely';

/** The programme manager asks a second look at openings, per province, and says what she saw of each. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table second_look_rule (
			id integer generated always as identity primary key,
			province_code text not null constraint second_look_rule_province_exists references province,
			kind text not null,
			from_on date,
			reason text not null,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint second_look_rule_kind_known check (kind = any (array['asked', 'not_asked'])),
			constraint second_look_rule_from_a_day check ((from_on is not null) = (kind = 'asked')),
			constraint second_look_rule_day_sensible check (from_on between (timezone('Europe/Amsterdam', recorded_at))::date - 366
				and (timezone('Europe/Amsterdam', recorded_at))::date + 366),
			constraint second_look_rule_reason_length check (length(trim(reason)) > 0 and length(reason) <= 400),
			constraint second_look_rule_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index second_look_rule_province_idx on second_look_rule (province_code, recorded_at, id);
		comment on table second_look_rule is 'Whether the programme manager looks at the openings of a province too. Never changed: the last of the province counts.';
		comment on column second_look_rule.from_on is 'Openings that are recorded from this day on are looked at.';
		comment on column second_look_rule.recorded_by is 'The id of the author; kept when the account is removed.';

		create table second_look (
			id bigint generated always as identity primary key,
			event_id bigint not null constraint second_look_event_exists references event,
			field text not null,
			verdict text not null,
			reason text,
			inquiry_id bigint constraint second_look_inquiry_exists references inquiry,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint second_look_field_known check (field = any (array['day', 'form'])),
			constraint second_look_verdict_known check (verdict = any (array['approved', 'returned'])),
			constraint second_look_returned_with_reason check ((reason is not null) = (verdict = 'returned')),
			constraint second_look_returned_asks check ((inquiry_id is not null) = (verdict = 'returned')),
			constraint second_look_reason_length check (length(trim(reason)) > 0 and length(reason) <= 400),
			constraint second_look_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200),
			constraint second_look_once_at_a_time unique (event_id, field, recorded_at)
		);
		comment on table second_look is 'What the programme manager saw of an opening: each of its fields approved, or returned with a reason. Never changed: the last of the field counts, and a correction is another event that is looked at anew.';
		comment on column second_look.inquiry_id is 'The question to the adviser that a returned field became.';
		comment on column second_look.recorded_by is 'The id of the author; kept when the account is removed.';

		create function refuse_second_look_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what was said of an opening is said anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'second_look_append_only', table = tg_table_name;
		end $$;
		create trigger second_look_append_only before update or delete on second_look
			for each row execute function refuse_second_look_rewrite();
		create trigger second_look_no_truncate before truncate on second_look
			for each statement execute function refuse_second_look_rewrite();
		create trigger second_look_rule_append_only before update or delete on second_look_rule
			for each row execute function refuse_second_look_rewrite();
		create trigger second_look_rule_no_truncate before truncate on second_look_rule
			for each statement execute function refuse_second_look_rewrite();

		create function refuse_look_at_other_event() returns trigger language plpgsql as $$
		begin
			if not exists (select from event where id = new.event_id and milestone_code = 'opening' and kind = 'achieved'
				and (new.field = 'day' or opening_form is not null)
				and not exists (select from event later where later.corrects_event_id = event.id))
			then
				raise exception 'only what an opening says now is looked at'
					using errcode = 'check_violation', constraint = 'second_look_of_opening', table = tg_table_name;
			end if;
			return new;
		end $$;
		create trigger second_look_of_opening before insert on second_look
			for each row execute function refuse_look_at_other_event();

		-- The provinces whose openings are looked at now, and from which day of recording on.
		create view second_look_province as
			select province_code, from_on from (
				select distinct on (province_code) province_code, kind, from_on from second_look_rule
				order by province_code, recorded_at desc, id desc) last
			where kind = 'asked';
		-- What was said last of each field.
		create view second_look_last as
			select distinct on (event_id, field) event_id, field, verdict, reason, inquiry_id,
				recorded_at, recorded_on, recorded_by, recorded_for
			from second_look order by event_id, field, recorded_at desc, id desc;
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop view second_look_last;
		drop view second_look_province;
		drop table second_look;
		drop table second_look_rule;
		drop function refuse_second_look_rewrite;
		drop function refuse_look_at_other_event;
	`.execute(db);
}
