import { sql, type Kysely } from 'kysely';

/** Templates that the programme manager edits: each change a version, and each move of a library a row. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		alter table milestone_template
			add column recorded_at timestamptz not null default clock_timestamp(),
			add column recorded_by text not null default 'seed',
			add column recorded_for text not null default 'KB',
			add column note text,
			add constraint milestone_template_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200),
			add constraint milestone_template_note_length check (length(note) <= 2000);
		comment on column milestone_template.note is 'Why this version was made.';

		alter table milestone_template_step
			add column name_nl text,
			add column name_en text,
			add column owners text[] not null default '{}',
			add column evidence_nl text,
			add column evidence_en text,
			add constraint milestone_template_step_names_length check (length(trim(name_nl)) between 1 and 200 and length(name_nl) <= 200 and length(trim(name_en)) between 1 and 200 and length(name_en) <= 200),
			add constraint milestone_template_step_name_in_both check ((name_nl is null) = (name_en is null)),
			add constraint milestone_template_step_owners_known check (owners <@ array['bibliotheek', 'poi', 'kb', 'medewerkers', 'gemeente'] and cardinality(owners) <= 5),
			add constraint milestone_template_step_evidence_length check (length(evidence_nl) <= 300 and length(evidence_en) <= 300),
			add constraint milestone_template_step_offset_sensible check (offset_weeks between 0 and 260);
		comment on column milestone_template_step.name_nl is 'How this version calls the step; null where it is called as everywhere else.';
		comment on column milestone_template_step.owners is 'Who sees to it: no persons.';
		comment on column milestone_template_step.evidence_nl is 'What shows that it is done.';

		update milestone_template_step step set owners = said.owners, evidence_nl = said.nl, evidence_en = said.en
		from (values
			('aanvraag', array['bibliotheek', 'poi'], 'Ontvangstbevestiging van het subsidieloket, met de gevraagde startdatum', 'Receipt of the subsidy desk, with the start asked for'),
			('beschikking', array['kb'], 'Nummer en bedrag van de beschikking', 'Number and amount of the decision'),
			('projectplan', array['bibliotheek', 'poi'], 'Link naar het plan, en welke functie projectleider is', 'Link to the plan, and which position leads the project'),
			('variant', array['bibliotheek'], 'Variant, openingstijden en rooster', 'Variant, opening hours and roster'),
			('netwerk', array['bibliotheek'], 'Met ten minste één partner een afspraak', 'An agreement with at least one partner'),
			('inrichting', array['bibliotheek'], 'Foto, en ten minste één pc en printer in G!DS', 'Photo, and at least one pc and printer in G!DS'),
			('werkafspraken', array['bibliotheek', 'poi'], 'Verslag of dag van het gesprek', 'Minutes or day of the talk'),
			('elearning', array['medewerkers'], 'Hoeveel medewerkers klaar zijn, van hoeveel', 'How many staff are done, of how many'),
			('training', array['poi'], 'Dag, vorm en aantal deelnemers (hoogstens 16)', 'Day, form and number of participants (at most 16)'),
			('gids', array['bibliotheek', 'poi'], 'Nummer in G!DS en dag van de controle', 'Number in G!DS and day of the check'),
			('communicatie', array['bibliotheek'], 'Welk promotiemateriaal in gebruik is', 'Which promotional material is in use'),
			('opening', array['bibliotheek'], 'Openingsdag, en of het volledig of kleinschalig is', 'Opening day, and whether in full or on a small scale'),
			('registratie', array['bibliotheek', 'kb'], 'Dag van het account en van de eerste registratie', 'Day of the account and of the first registration'),
			('borging', array['bibliotheek', 'poi', 'gemeente'], 'Verslag van de evaluatie en afspraak met de gemeente', 'Note of the evaluation and agreement with the municipality'),
			('cursusaanbod', array['bibliotheek'], 'Groepen en deelnemers per jaar', 'Groups and participants per year'),
			('verantwoording', array['bibliotheek'], 'Vragenlijst ingevuld, paragraaf in de jaarrekening', 'Survey filled in, paragraph in the annual account')
		) said(code, owners, nl, en) where said.code = step.milestone_code;

		create table template_move (
			id integer generated always as identity primary key,
			library_id integer not null constraint template_move_library_exists references library,
			from_template_id integer not null constraint template_move_from_exists references milestone_template,
			to_template_id integer not null constraint template_move_to_exists references milestone_template,
			recorded_at timestamptz not null,
			recorded_by text not null,
			recorded_for text not null,
			constraint template_move_goes_elsewhere check (from_template_id <> to_template_id),
			constraint template_move_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index template_move_library_idx on template_move (library_id, id);
		comment on table template_move is 'A library, and its locations of that day, went from one version of a template to another. Never changed: going back is a row too.';

		create function refuse_template_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'a template changes by a new version, never by itself: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only', table = tg_table_name;
		end $$;
		create trigger milestone_template_append_only before update or delete on milestone_template
			for each row execute function refuse_template_rewrite();
		create trigger milestone_template_step_append_only before update or delete on milestone_template_step
			for each row execute function refuse_template_rewrite();
		create trigger template_move_append_only before update or delete on template_move
			for each row execute function refuse_template_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table template_move;
		drop trigger milestone_template_append_only on milestone_template;
		drop trigger milestone_template_step_append_only on milestone_template_step;
		drop function refuse_template_rewrite;
		alter table milestone_template_step
			drop constraint milestone_template_step_offset_sensible,
			drop column name_nl, drop column name_en, drop column owners,
			drop column evidence_nl, drop column evidence_en;
		alter table milestone_template
			drop column recorded_at, drop column recorded_by, drop column recorded_for, drop column note;
	`.execute(db);
}
