import type { Kysely } from 'kysely';
import type { Confidence } from '#lib/base/source/confidence.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

export interface Province {
	code: string;
	slug: string;
	name: string;
	alternativeNames: string[];
	source: string;
	confidence: Confidence;
}

/** The twelve provinces by name. */
export async function listProvinces(db: Kysely<DB>): Promise<Province[]> {
	const rows = await db.selectFrom('province').selectAll().orderBy('name').execute();
	return rows.map((row) => ({ ...row, confidence: row.confidence as Confidence }));
}

/** A province by its slug; undefined when there is none. */
export async function findProvince(db: Kysely<DB>, slug: string): Promise<Province | undefined> {
	return (await listProvinces(db)).find((province) => province.slug === slug);
}
