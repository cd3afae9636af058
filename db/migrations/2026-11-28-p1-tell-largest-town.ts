import { sql, type Kysely } from 'kysely';

/**
 * A location whose town is not known stands in the largest town of its municipality, which is no more
 * than a guess, and has to be told apart from a town that somebody named.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		alter table information_point drop constraint information_point_location_precision_known;
		alter table information_point add constraint information_point_location_precision_known
			check (location_precision in ('address', 'town', 'largest_town', 'municipality_centroid'));
		comment on column information_point.location_precision is 'How sure lat/lon are: the address, the town, the largest town of the municipality, or only the centroid of the municipality.';
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		update information_point set location_precision = 'municipality_centroid' where location_precision = 'largest_town';
		alter table information_point drop constraint information_point_location_precision_known;
		alter table information_point add constraint information_point_location_precision_known
			check (location_precision in ('address', 'town', 'municipality_centroid'));
		comment on column information_point.location_precision is 'How sure lat/lon are: the address, the town, or only the centroid of the municipality.';
	`.execute(db);
}
