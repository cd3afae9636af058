import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/db/schema.ts';

/** Fills an empty database with reference and demo data as of `demoToday`; leaves any other alone. */
export function seedWhenEmpty(_ownerDb: Kysely<DB>, _demoToday: string): Promise<void> {
	// Becomes `seedAll(db, { demoToday })` of #seeds/seed.ts when the seeds are there.
	return Promise.resolve();
}
