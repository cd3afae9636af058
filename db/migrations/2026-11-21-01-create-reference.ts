import { sql, type Kysely } from 'kysely';

/** Reference tables: what exists in the Netherlands and in the programme, dated, each row with its source. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create domain confidence as text
			constraint confidence_known check (value in ('sourced', 'recalled', 'estimated', 'inferred', 'unknown', 'invented', 'reported'));
		comment on domain confidence is 'How sure a row is: sourced (read in the named source), recalled (general knowledge, to be confirmed), estimated, inferred (calculated), unknown, invented (demo data), reported (entered by a user).';

		create table installation (
			id boolean primary key default true,
			demo_today date,
			demo_data boolean not null default false,
			seeded_at timestamptz,
			constraint installation_single_row check (id),
			constraint installation_demo_today_needs_demo_data check (demo_today is null or demo_data)
		);
		comment on table installation is 'One row about this installation.';
		comment on column installation.demo_today is 'The day that demo data calls today; null in a real installation, where the clock decides.';
		comment on column installation.demo_data is 'True while invented data is loaded: every page, file and answer then says so.';
		insert into installation default values;

		create table data_version (
			id boolean primary key default true,
			version bigint not null default 1,
			last_recorded_at timestamptz not null default '2000-01-01T00:00:00Z',
			constraint data_version_single_row check (id)
		);
		comment on table data_version is 'One row, locked by every write: commit order is recording order, and cached pages are keyed by version.';
		insert into data_version default values;

		create table province (
			code text primary key,
			slug text not null,
			name text not null,
			alternative_names text[] not null default '{}',
			source text not null,
			confidence confidence not null,
			constraint province_code_format check (code ~ '^PV[0-9]{2}$'),
			constraint province_slug_unique unique (slug),
			constraint province_slug_format check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
		);
		comment on table province is 'The twelve provinces, by CBS code.';

		create table support_institute (
			id integer generated always as identity primary key,
			slug text not null,
			name text not null,
			full_name text not null,
			source text not null,
			confidence confidence not null,
			constraint support_institute_slug_unique unique (slug)
		);
		comment on table support_institute is 'Provinciale ondersteuningsinstelling (POI): advises the libraries of one or more provinces.';

		create table municipality (
			code text primary key,
			name text not null,
			province_code text not null constraint municipality_province_exists references province,
			lat double precision not null,
			lon double precision not null,
			valid_from date not null default '2019-01-01',
			valid_to date not null default 'infinity',
			library_provision text not null default 'served',
			library_provision_note text,
			source text not null,
			confidence confidence not null,
			constraint municipality_code_format check (code ~ '^GM[0-9]{4}$'),
			constraint municipality_valid_interval check (valid_from < valid_to),
			constraint municipality_library_provision_known check (library_provision in ('served', 'none', 'unknown'))
		);
		create index municipality_province_idx on municipality (province_code);
		comment on table municipality is 'Municipalities by CBS code; valid_to is the first day on which it no longer exists.';
		comment on column municipality.lat is 'Centroid, degrees WGS84.';
		comment on column municipality.library_provision is 'When no library organisation lists it: none (sourced: no library) or unknown (no organisation found).';

		create table municipality_succession (
			from_code text not null constraint municipality_succession_from_exists references municipality,
			to_code text not null constraint municipality_succession_to_exists references municipality,
			effective_on date not null,
			inhabitant_share numeric(5, 4) not null,
			note text,
			source text not null,
			confidence confidence not null,
			primary key (from_code, to_code, effective_on),
			constraint municipality_succession_share_range check (inhabitant_share > 0 and inhabitant_share <= 1)
		);
		comment on table municipality_succession is 'Where the inhabitants of an ended municipality went; Haaren went to four.';

		create table population (
			municipality_code text not null constraint population_municipality_exists references municipality,
			territory_from date not null,
			reference_date date not null,
			inhabitants integer not null,
			source text not null,
			confidence confidence not null,
			primary key (municipality_code, territory_from, reference_date),
			constraint population_not_negative check (inhabitants >= 0)
		);
		comment on table population is 'Inhabitants per municipality, reference date and borders; a merged municipality adds up its predecessors.';
		comment on column population.territory_from is 'The first day of the borders that the count applies to.';

		create table milestone_template (
			id integer generated always as identity primary key,
			profile text not null,
			version integer not null,
			valid_from date not null,
			source text not null,
			confidence confidence not null,
			constraint milestone_template_version_unique unique (profile, version),
			constraint milestone_template_profile_known check (profile in ('kopgroep', 'regulier'))
		);
		comment on table milestone_template is 'A version of the milestone template; a library keeps the version it started with.';

		create table milestone (
			code text primary key,
			position integer not null,
			level text not null,
			phase text not null,
			kind text not null,
			constraint milestone_level_known check (level in ('library', 'information_point', 'either')),
			constraint milestone_kind_known check (kind in ('milestone', 'duty', 'operation', 'record')),
			constraint milestone_phase_known check (phase in ('aanvraag', 'voorbereiding', 'inrichting', 'opening', 'borging', 'doorlopend', 'geen')),
			constraint milestone_position_unique unique (position)
		);
		comment on table milestone is 'What events can be about: 14 milestones, 2 running duties, the operation of a point, and the record as a whole (for "still right").';

		create table milestone_template_step (
			template_id integer not null constraint milestone_template_step_template_exists references milestone_template,
			milestone_code text not null constraint milestone_template_step_milestone_exists references milestone,
			offset_weeks integer,
			depends_on text[] not null default '{}',
			not_applicable_allowed boolean not null default false,
			primary key (template_id, milestone_code)
		);
		comment on column milestone_template_step.offset_weeks is 'Weeks after the application; null for a yearly duty.';

		create table library (
			id integer generated always as identity primary key,
			slug text not null,
			name text not null,
			short_name text not null,
			province_code text not null constraint library_province_exists references province,
			support_institute_id integer not null constraint library_support_institute_exists references support_institute,
			main_town text,
			isil text,
			website text,
			cohort text not null,
			template_id integer not null constraint library_template_exists references milestone_template,
			active_from date not null default '2019-01-01',
			active_to date not null default 'infinity',
			notes text,
			source text not null,
			confidence confidence not null,
			municipalities_confidence confidence not null,
			support_institute_confidence confidence not null,
			support_institute_source text,
			constraint library_slug_unique unique (slug),
			constraint library_slug_format check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
			constraint library_cohort_known check (cohort in ('kopgroep_2019', 'uitrol_2020', 'uitrol_2021', 'onbekend')),
			constraint library_active_interval check (active_from < active_to)
		);
		create index library_province_idx on library (province_code);
		create index library_support_institute_idx on library (support_institute_id);
		comment on table library is 'Library organisations (bibliotheekorganisaties); active_to is the first day on which it no longer exists.';
		comment on column library.cohort is 'Group in the rollout by the start on its application; never inferred from a name.';

		create table library_succession (
			from_library_id integer not null constraint library_succession_from_exists references library,
			to_library_id integer not null constraint library_succession_to_exists references library,
			kind text not null,
			effective_on date not null,
			source text not null,
			confidence confidence not null,
			primary key (from_library_id, to_library_id, effective_on),
			constraint library_succession_kind_known check (kind in ('merge', 'split', 'rename'))
		);

		create table library_municipality (
			library_id integer not null constraint library_municipality_library_exists references library,
			municipality_code text not null constraint library_municipality_municipality_exists references municipality,
			valid_from date not null default '2019-01-01',
			valid_to date not null default 'infinity',
			share numeric(5, 4) not null default 1,
			source text not null,
			confidence confidence not null,
			primary key (library_id, municipality_code, valid_from),
			constraint library_municipality_interval check (valid_from < valid_to),
			constraint library_municipality_share_range check (share > 0 and share <= 1),
			constraint library_municipality_no_overlap exclude using gist (
				int4range(library_id, library_id, '[]') with &&,
				int4range(substr(municipality_code, 3)::int, substr(municipality_code, 3)::int, '[]') with &&,
				daterange(valid_from, valid_to) with &&)
		);
		create index library_municipality_municipality_idx on library_municipality (municipality_code);
		comment on table library_municipality is 'Work areas, dated; share is the part of the municipality''s inhabitants that the library serves, at most 1 in all.';

		create table service_provider (
			abbreviation text primary key,
			full_name text not null,
			what_for text,
			role text not null,
			joined text,
			joined_on date,
			source text not null,
			confidence confidence not null
		);
		comment on column service_provider.joined is 'As the source says it ("named by 2020-12-10"); joined_on only when it is a day.';

		create table programme_event (
			id integer generated always as identity primary key,
			code text not null,
			starts_on date not null,
			ends_on date,
			kind text not null,
			title_nl text not null,
			title_en text not null,
			source text not null,
			confidence confidence not null,
			constraint programme_event_code_unique unique (code),
			constraint programme_event_kind_known check (kind in ('programme', 'opening', 'lockdown', 'campaign', 'subsidy', 'municipal_change')),
			constraint programme_event_interval check (ends_on is null or starts_on <= ends_on)
		);
		comment on table programme_event is 'Dated events of the programme, for time axes and lists.';

		create table published_figure (
			id integer generated always as identity primary key,
			metric text not null,
			dated text not null,
			applies_on date not null,
			value numeric not null,
			value_text text not null,
			unit text not null,
			description text not null,
			source text not null,
			confidence confidence not null,
			constraint published_figure_unique unique (metric, dated, value_text, source, description)
		);
		comment on column published_figure.dated is 'The date as published: a day, a month, a year or a period.';
		comment on column published_figure.applies_on is 'The last day that "dated" can mean (a year-end for a year).';

		create table target (
			id integer generated always as identity primary key,
			metric text not null,
			value integer,
			unit text not null,
			due_on date not null,
			announced_on date not null,
			statement_nl text not null,
			statement_en text not null,
			source text not null,
			confidence confidence not null,
			constraint target_unique unique (metric, due_on, announced_on)
		);
		comment on table target is 'Policy targets, valid from the day of their announcement; value null when the target was "national".';
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table target, published_figure, programme_event, service_provider, library_municipality, library_succession,
			library, milestone_template_step, milestone, milestone_template, population, municipality_succession,
			municipality, support_institute, province, data_version, installation;
		drop domain confidence;
	`.execute(db);
}
