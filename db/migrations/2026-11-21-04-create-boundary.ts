import { sql, type Kysely } from 'kysely';

/** Boundaries per period, as SVG path data in the map's own units (see src/lib/map). */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table boundary_set (
			id integer generated always as identity primary key,
			kind text not null,
			valid_from date not null,
			valid_to date not null,
			attribution text not null,
			source text not null,
			content_hash text not null,
			constraint boundary_set_kind_known check (kind in ('schematic', 'official')),
			constraint boundary_set_interval check (valid_from < valid_to),
			constraint boundary_set_no_overlap exclude using gist (daterange(valid_from, valid_to) with &&)
		);
		comment on table boundary_set is 'The boundaries that hold for the days valid_from ≤ D < valid_to; one set per day.';

		create table municipality_boundary (
			boundary_set_id integer not null constraint municipality_boundary_set_exists references boundary_set on delete cascade,
			municipality_code text not null constraint municipality_boundary_municipality_exists references municipality,
			path text not null,
			min_x integer not null,
			min_y integer not null,
			max_x integer not null,
			max_y integer not null,
			label_x integer not null,
			label_y integer not null,
			primary key (boundary_set_id, municipality_code)
		);
		comment on column municipality_boundary.path is 'SVG path data in integer map units (see src/lib/map/projection.ts).';

		create table province_boundary (
			boundary_set_id integer not null constraint province_boundary_set_exists references boundary_set on delete cascade,
			province_code text not null constraint province_boundary_province_exists references province,
			path text not null,
			min_x integer not null,
			min_y integer not null,
			max_x integer not null,
			max_y integer not null,
			label_x integer not null,
			label_y integer not null,
			primary key (boundary_set_id, province_code)
		);
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`drop table province_boundary, municipality_boundary, boundary_set;`.execute(db);
}
