import { sql, type Kysely } from 'kysely';

const known = (names: string[]) => sql`
	alter table information_point drop constraint information_point_location_precision_known;
	alter table information_point add constraint information_point_location_precision_known
		check (location_precision in (${sql.join(names.map((name) => sql.lit(name)))}))`;

/** Coordinates can be as sure as the street. */
export async function up(db: Kysely<never>): Promise<void> {
	await known(['address', 'street', 'town', 'largest_town', 'municipality_centroid']).execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`update information_point set location_precision = 'town' where location_precision = 'street'`.execute(
		db
	);
	await known(['address', 'town', 'largest_town', 'municipality_centroid']).execute(db);
}
