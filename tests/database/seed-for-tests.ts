import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/db/schema.ts';
import { seedAll } from '#seeds/seed.ts';

/** Fills a migrated database with reference and demo data as of `demoToday`. */
export async function seedForTests(db: Kysely<DB>, demoToday: string): Promise<void> {
	await seedAll(db, { demoToday });
}
