import type { Kysely } from 'kysely';
import { describeDemoAccounts } from '#lib/server/access/account/demo-accounts.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Prints the accounts that come with the demo data, with their password; nothing without demo data. */
export async function printDemoAccounts(db: Kysely<DB>): Promise<void> {
	for (const line of await describeDemoAccounts(db)) console.log(line);
}
