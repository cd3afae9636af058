import { sql, type Kysely } from 'kysely';

/** What the names of these tables are searched by. */
const SEARCHABLE = {
	library: sql`name || ' ' || short_name || ' ' || coalesce(main_town, '')`,
	municipality: sql`name`,
	information_point: sql`name || ' ' || town`
};

const ACCENTS = sql`'áàâäãåéèêëíìîïóòôöõúùûüýÿçñÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÝÇÑ-''’‘'`;
const BARE = sql`'aaaaaaeeeeiiiiooooouuuuyycnaaaaaaeeeeiiiiooooouuuuycn '`;

/**
 * Towns and villages, and other names of municipalities, so that what people type is found. "Friesland"
 * no longer becomes "fryslan" in every name (West-Friesland lies elsewhere): that both mean one province
 * is known where a province is meant.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create extension if not exists pg_trgm;

		create or replace function search_text(value text) returns text language sql immutable strict parallel safe as $$
			select btrim(translate(lower(value), ${ACCENTS} || '.,()', ${BARE}))
		$$;
		comment on function search_text is 'A name as it is searched and sorted: without case, accents, hyphens, apostrophes, points and brackets.';

		create function search_texts(names text[]) returns text[] language sql immutable strict parallel safe as $$
			select coalesce(array_agg(search_text(name)), '{}') from unnest(names) name
		$$;
	`.execute(db);
	await makeSearchableAgain(db);
	await sql`
		create table place (
			id integer primary key,
			name text not null,
			other_names text[] not null default '{}',
			kind text not null,
			lat double precision not null,
			lon double precision not null,
			inhabitants integer not null,
			source text not null,
			confidence confidence not null,
			searchable text not null generated always as (search_text(name)) stored,
			searchable_others text[] not null generated always as (search_texts(other_names)) stored,
			constraint place_kind_known check (kind in ('place', 'part')),
			constraint place_inhabitants_not_negative check (inhabitants >= 0)
		);
		comment on table place is 'Towns and villages, and quarters of them (part); the id is that of GeoNames.';
		comment on column place.inhabitants is 'As GeoNames has them, of no one day; those of a part live in its town too.';

		create table place_municipality (
			place_id integer not null constraint place_municipality_place_exists references place,
			municipality_code text not null constraint place_municipality_municipality_exists references municipality,
			valid_from date not null default '2019-01-01',
			valid_to date not null default 'infinity',
			primary key (place_id, valid_from),
			constraint place_municipality_interval check (valid_from < valid_to),
			constraint place_municipality_no_overlap exclude using gist (
				int4range(place_id, place_id, '[]') with &&, daterange(valid_from, valid_to) with &&)
		);
		create index place_municipality_municipality_idx on place_municipality (municipality_code);
		comment on table place_municipality is 'In which municipality a place lies, dated as the municipalities are.';

		create table municipality_name (
			municipality_code text not null constraint municipality_name_municipality_exists references municipality,
			name text not null,
			kind text not null,
			source text not null,
			confidence confidence not null,
			searchable text not null generated always as (search_text(name)) stored,
			primary key (municipality_code, name),
			constraint municipality_name_kind_known check (kind in ('common', 'dutch', 'frisian', 'former'))
		);
		comment on table municipality_name is 'Other names that a municipality is looked for by: spoken, Frisian or Dutch, and of municipalities that it took the place of before 2019.';
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table municipality_name, place_municipality, place;
		drop function search_texts;
		create or replace function search_text(value text) returns text language sql immutable strict parallel safe as $$
			select replace(translate(lower(value),
				${ACCENTS},
				${BARE}), 'friesland', 'fryslan')
		$$;
		comment on function search_text is 'A name as it is searched and sorted: without case, accents, hyphens and apostrophes; Friesland is Fryslân.';
	`.execute(db);
	await makeSearchableAgain(db);
	await sql`drop extension pg_trgm`.execute(db);
}

/** Stored columns keep what the function said when they were written. */
async function makeSearchableAgain(db: Kysely<any>): Promise<void> {
	for (const [table, names] of Object.entries(SEARCHABLE)) {
		await sql`alter table ${sql.table(table)} drop column searchable`.execute(db);
		await sql`alter table ${sql.table(table)} add column searchable text not null
			generated always as (search_text(${names})) stored`.execute(db);
	}
	await sql`
		comment on column library.searchable is 'Its names and town as they are searched and sorted.';
		comment on column municipality.searchable is 'Its name as it is searched and sorted.';
		comment on column information_point.searchable is 'Its name and town as they are searched and sorted.';
		create index information_point_searchable_idx on information_point (searchable, id);
	`.execute(db);
}
