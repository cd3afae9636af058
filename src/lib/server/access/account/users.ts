import { sql, type Kysely, type Transaction } from 'kysely';
import type { Role } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { deleteSessionsOf } from './queries.ts';

/** What an administrator decides about a user. */
export interface NewUser {
	name: string;
	/** In lower case. */
	email: string;
	role: Role;
	organisation: string;
	/** The POI of an advisor; null for every other role. */
	supportInstituteId: number | null;
	/** A demo account works only while demo data is loaded. */
	demo?: boolean;
}

/**
 * Makes an account with a password (hashed by `hashPassword` of better-auth); answers its id, which
 * is made up unless it is given.
 */
export async function insertUser(
	db: Kysely<DB>,
	user: NewUser,
	passwordHash: string,
	id: string = crypto.randomUUID()
): Promise<string> {
	// One statement, so that there is never a user without a way to sign in.
	await db
		.with('made', (cte) =>
			cte
				.insertInto('appUser')
				.values({ id, ...user, emailVerified: true })
				.returning('id')
		)
		.insertInto('appAccount')
		.columns(['id', 'accountId', 'providerId', 'userId', 'password', 'updatedAt'])
		.expression((eb) =>
			eb
				.selectFrom('made')
				.select([
					sql<string>`${crypto.randomUUID()}`.as('id'),
					'made.id as accountId',
					sql<string>`'credential'`.as('providerId'),
					'made.id as userId',
					sql<string>`${passwordHash}`.as('password'),
					sql<Date>`now()`.as('updatedAt')
				])
		)
		.execute();
	return id;
}

/** Changes role, POI, name or organisation; holds from the next request of that user. */
export async function updateUser(
	db: Kysely<DB>,
	id: string,
	change: Partial<Omit<NewUser, 'email' | 'demo'>>
): Promise<void> {
	await db
		.updateTable('appUser')
		.set({ ...change, updatedAt: sql`now()` })
		.where('id', '=', id)
		.execute();
}

/** Lets a user in or shuts her out; shutting out ends her sessions and all her links at once, for good. */
export async function setUserActive(
	trx: Transaction<DB>,
	id: string,
	active: boolean
): Promise<void> {
	await trx
		.updateTable('appUser')
		.set({ active, updatedAt: sql`now()` })
		.where('id', '=', id)
		.execute();
	if (active) return;
	await deleteSessionsOf(trx, id);
	// Links in mails: none of them holds again when she gets access later.
	await trx.deleteFrom('passwordReset').where('userId', '=', id).execute();
	await trx
		.deleteFrom('mailingLink')
		.where('mailingId', 'in', (query) =>
			query.selectFrom('mailing').select('id').where('userId', '=', id)
		)
		.execute();
}

/** Gives a user another password (hashed by `hashPassword` of better-auth) and ends her sessions. */
export async function setUserPassword(
	trx: Transaction<DB>,
	id: string,
	passwordHash: string
): Promise<void> {
	await trx
		.updateTable('appAccount')
		.set({ password: passwordHash, updatedAt: sql`now()` })
		.where('userId', '=', id)
		.where('providerId', '=', 'credential')
		.execute();
	await deleteSessionsOf(trx, id);
}
