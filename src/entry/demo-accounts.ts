import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/db/schema.ts';

/** Prints the accounts that come with the demo data, with their passwords; nothing without demo data. */
export function printDemoAccounts(_db: Kysely<DB>): Promise<void> {
	return Promise.resolve();
}
