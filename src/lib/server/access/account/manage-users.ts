import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { makePassword } from './make-password.ts';
import { findUserIdByEmail } from './queries.ts';
import { insertUser, setUserActive, setUserPassword, updateUser, type NewUser } from './users.ts';

/** Why something was not done to an account. */
export type Refusal = 'email taken' | 'unknown institute' | 'last admin';

type Change = Omit<NewUser, 'email' | 'demo'>;

async function isKnownInstitute(db: Kysely<DB>, id: number | null): Promise<boolean> {
	if (id === null) return true;
	const row = await db
		.selectFrom('supportInstitute')
		.select('id')
		.where('id', '=', id)
		.executeTakeFirst();
	return row !== undefined;
}

/** Locks the active administrators, so that two of them cannot remove each other. */
async function isLastAdmin(trx: Kysely<DB>, id: string): Promise<boolean> {
	const admins = await trx
		.selectFrom('appUser')
		.select('id')
		.where('role', '=', 'admin')
		.where('active', '=', true)
		.orderBy('id')
		.forUpdate()
		.execute();
	return admins.length === 1 && admins[0]?.id === id;
}

/** Makes an account with a made-up password, which is answered once and kept nowhere. */
export async function addUser(
	db: Kysely<DB>,
	user: NewUser
): Promise<{ id: string; password: string } | Refusal> {
	if (await findUserIdByEmail(db, user.email)) return 'email taken';
	if (!(await isKnownInstitute(db, user.supportInstituteId))) return 'unknown institute';
	const password = makePassword();
	return { id: await insertUser(db, user, await hashPassword(password)), password };
}

/** Changes role, POI, name and organisation; there is always an administrator left. */
export async function changeUser(
	db: Kysely<DB>,
	id: string,
	change: Change
): Promise<Refusal | undefined> {
	return db.transaction().execute(async (trx) => {
		if (!(await isKnownInstitute(trx, change.supportInstituteId))) return 'unknown institute';
		if (change.role !== 'admin' && (await isLastAdmin(trx, id))) return 'last admin';
		await updateUser(trx, id, change);
	});
}

/** Shuts a user out, at once, or lets her in again; there is always an administrator left. */
export async function switchUser(
	db: Kysely<DB>,
	id: string,
	active: boolean
): Promise<Refusal | undefined> {
	return db.transaction().execute(async (trx) => {
		if (!active && (await isLastAdmin(trx, id))) return 'last admin';
		await setUserActive(trx, id, active);
	});
}

/** Gives a user another made-up password, answered once; she is signed out everywhere. */
export async function resetPassword(db: Kysely<DB>, id: string): Promise<string> {
	const password = makePassword();
	await db.transaction().execute((trx) => setUserPassword(trx, id, password));
	return password;
}
