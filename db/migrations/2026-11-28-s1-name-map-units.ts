import { sql, type Kysely } from 'kysely';

/** The comment named a file, and files move: it names what the units are. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`comment on column municipality_boundary.path is
		'SVG path data in the integer units of the map projection.'`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`comment on column municipality_boundary.path is
		'SVG path data in integer map units (see src/lib/map/projection.ts).'`.execute(db);
}
