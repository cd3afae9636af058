import { sql, type Kysely } from 'kysely';

/** The local network of a library: partners, and what was said of each, as rows that are never rewritten. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table partner (
			id integer generated always as identity primary key,
			library_id integer not null constraint partner_library_exists references library
		);
		create index partner_library_idx on partner (library_id);
		comment on table partner is 'An organisation that a library refers people to, or that refers to it. What it is stands in partner_entry.';

		create table partner_entry (
			id integer generated always as identity primary key,
			partner_id integer not null constraint partner_entry_partner_exists references partner,
			name text not null,
			type text not null,
			mailbox text,
			stage text,
			stage_since date not null,
			referral text,
			agreement_url text,
			sees_library_as text,
			flyer_on date,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint partner_entry_name_filled check (length(trim(name)) >= 1 and length(name) <= 200),
			constraint partner_entry_type_known check (type = any (array['sociaal_raadslieden', 'welzijn', 'humanitas', 'formulierenbrigade', 'vakbond', 'ouderenbond', 'mee', 'clientondersteuning', 'zorgkantoor', 'anders'])),
			constraint partner_entry_stage_known check (stage = any (array['geidentificeerd', 'eerste_gesprek', 'in_overleg', 'afspraak_gemaakt', 'convenant_getekend', 'gestopt'])),
			constraint partner_entry_referral_known check (referral = any (array['warm', 'koud'])),
			constraint partner_entry_view_known check (sees_library_as = any (array['partner', 'neutraal', 'concurrent'])),
			constraint partner_entry_mailbox_form check (mailbox ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(mailbox) <= 200),
			constraint partner_entry_agreement_is_link check (agreement_url ~ '^https://' and length(agreement_url) <= 500),
			constraint partner_entry_days_sensible check (stage_since >= '2018-01-01' and stage_since <= recorded_on and flyer_on >= '2018-01-01' and flyer_on <= recorded_on),
			constraint partner_entry_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index partner_entry_partner_idx on partner_entry (partner_id, id);
		comment on table partner_entry is 'What was said of a partner. Never changed: the last row known on K, of those whose stage began by D, counts.';
		comment on column partner_entry.stage is 'Null: the partner was recorded by mistake, and counts no more.';
		comment on column partner_entry.mailbox is 'The mailbox of an office; the form refuses what looks like that of a person.';

		create function refuse_partner_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what was said of a partner is said anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'partner_entry_append_only', table = tg_table_name;
		end $$;
		create trigger partner_entry_append_only before update or delete on partner_entry
			for each row execute function refuse_partner_rewrite();
		create trigger partner_entry_no_truncate before truncate on partner_entry
			for each statement execute function refuse_partner_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table partner_entry, partner;
		drop function refuse_partner_rewrite;
	`.execute(db);
}
