import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** How long a link holds. */
const HOLDS_MS = 60 * 60_000;

/** An account that may get a link. */
export interface ResetAccount {
	id: string;
	name: string;
	email: string;
}

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Only who may sign in; the password of a demo account is known and stays. */
function selectAccounts(db: Kysely<DB>) {
	return db
		.selectFrom('appUser')
		.select(['appUser.id', 'appUser.name', 'appUser.email'])
		.where('appUser.active', '=', true)
		.where('appUser.demo', '=', false);
}

/** The account with this e-mail address that may choose a new password. */
export async function findResetAccount(
	db: Kysely<DB>,
	email: string
): Promise<ResetAccount | undefined> {
	return await selectAccounts(db)
		.where('appUser.email', '=', email.trim().toLowerCase())
		.executeTakeFirst();
}

/** Makes a token for this account and keeps its hash; those that are over go. */
export async function makeToken(db: Kysely<DB>, userId: string, now: Date): Promise<string> {
	const token = randomBytes(32).toString('base64url');
	await db.deleteFrom('passwordReset').where('expiresAt', '<=', now).execute();
	await db
		.insertInto('passwordReset')
		.values({
			tokenHash: hashToken(token),
			userId,
			createdAt: now,
			expiresAt: new Date(now.getTime() + HOLDS_MS)
		})
		.execute();
	return token;
}

/** Whose token this is, as long as it holds. */
export async function findByToken(
	db: Kysely<DB>,
	token: string,
	now: Date
): Promise<ResetAccount | undefined> {
	return await selectAccounts(db)
		.innerJoin('passwordReset', 'passwordReset.userId', 'appUser.id')
		.where('passwordReset.tokenHash', '=', hashToken(token))
		.where('passwordReset.expiresAt', '>', now)
		.executeTakeFirst();
}

/** Uses a token up: of two at the same moment only one gets the account. */
export async function useToken(
	trx: Transaction<DB>,
	token: string,
	now: Date
): Promise<ResetAccount | undefined> {
	const account = await findByToken(trx, token, now);
	const used = await trx
		.deleteFrom('passwordReset')
		.where('tokenHash', '=', hashToken(token))
		.returning('userId')
		.executeTakeFirst();
	return used && account;
}
