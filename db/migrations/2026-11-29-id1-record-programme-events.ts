import { sql, type Kysely } from 'kysely';

/**
 * Events of the programme are added and put right by the programme manager: a row for each time that
 * one is told, the last of a code counts. Rows without an author are of the reference.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table programme_event
			drop constraint programme_event_code_unique,
			drop constraint programme_event_kind_known,
			add column reason_nl text,
			add column reason_en text,
			add column withdrawn boolean not null default false,
			add column change_reason text,
			add column recorded_at timestamptz,
			add column recorded_on date generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			add column recorded_by text,
			add column recorded_for text,
			add constraint programme_event_kind_known check (kind = any (array['phase', 'decision', 'programme',
				'opening', 'lockdown', 'campaign', 'subsidy', 'municipal_change'])),
			add constraint programme_event_phase_ends check (kind <> 'phase' or ends_on is not null),
			add constraint programme_event_titles_filled check (length(trim(title_nl)) > 0 and length(trim(title_en)) > 0),
			add constraint programme_event_reason_length check (length(reason_nl) <= 1000 and length(reason_en) <= 1000),
			add constraint programme_event_change_reason_length check (length(change_reason) <= 500),
			add constraint programme_event_author_filled check (
				(recorded_at is null and recorded_by is null and recorded_for is null and not withdrawn)
				or (recorded_at is not null and length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200));
		create index programme_event_code_idx on programme_event (code, recorded_at, id);
		comment on table programme_event is 'What is known of the dated events of the programme. Never changed: the last row of a code known on K counts, and none where that is withdrawn.';
		comment on column programme_event.recorded_at is 'Null: from the reference, known from the start.';
		comment on column programme_event.reason_nl is 'Why it was decided, as its source says.';
		comment on column programme_event.change_reason is 'Why this row was added to what was known before.';
		comment on column programme_event.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column programme_event.recorded_for is 'The organisation of the author at that time, which is what the public sees.';

		create function refuse_programme_event_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'an event of the programme is told anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'programme_event_append_only', table = tg_table_name;
		end $$;
		create trigger programme_event_append_only before update or delete on programme_event
			for each row execute function refuse_programme_event_rewrite();
		create trigger programme_event_no_truncate before truncate on programme_event
			for each statement execute function refuse_programme_event_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop trigger programme_event_append_only on programme_event;
		drop trigger programme_event_no_truncate on programme_event;
		drop function refuse_programme_event_rewrite;
		delete from programme_event where recorded_at is not null or kind = 'phase';
		update programme_event set kind = 'programme' where kind = 'decision';
		drop index programme_event_code_idx;
		alter table programme_event
			drop constraint programme_event_author_filled,
			drop constraint programme_event_change_reason_length,
			drop constraint programme_event_reason_length,
			drop constraint programme_event_titles_filled,
			drop constraint programme_event_phase_ends,
			drop constraint programme_event_kind_known,
			drop column recorded_for, drop column recorded_by, drop column recorded_on, drop column recorded_at,
			drop column change_reason, drop column withdrawn, drop column reason_en, drop column reason_nl,
			add constraint programme_event_kind_known check (kind in ('programme', 'opening', 'lockdown', 'campaign', 'subsidy', 'municipal_change')),
			add constraint programme_event_code_unique unique (code);
		comment on table programme_event is 'Dated events of the programme, for time axes and lists.';
	`.execute(db);
}
