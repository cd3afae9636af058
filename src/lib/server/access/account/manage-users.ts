import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import { takeQuietStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { makePassword } from './make-password.ts';
import { findUser, findUserIdByEmail } from './queries.ts';
import { insertUserEntry, type Decider } from './user-entry.ts';
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
	by: Decider,
	user: NewUser
): Promise<{ id: string; password: string } | Refusal> {
	if (await findUserIdByEmail(db, user.email)) return 'email taken';
	if (!(await isKnownInstitute(db, user.supportInstituteId))) return 'unknown institute';
	const password = makePassword();
	const hash = await hashPassword(password);
	const id = await db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		const made = await insertUser(trx, user, hash);
		await insertUserEntry(trx, by, recordedAt, { ...user, userId: made, kind: 'made' });
		return made;
	});
	return { id, password };
}

/** Changes role, POI, name and organisation; there is always an administrator left. The same again is no line of the log. */
export async function changeUser(
	db: Kysely<DB>,
	by: Decider,
	id: string,
	change: Change
): Promise<Refusal | undefined> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		if (!(await isKnownInstitute(trx, change.supportInstituteId))) return 'unknown institute';
		if (change.role !== 'admin' && (await isLastAdmin(trx, id))) return 'last admin';
		const before = await findUser(trx, id);
		if (!before || !differs(before, change)) return;
		await updateUser(trx, id, change);
		await insertUserEntry(trx, by, recordedAt, { ...change, userId: id, kind: 'changed' });
	});
}

const CHANGEABLE = ['name', 'role', 'organisation', 'supportInstituteId'] as const;

const differs = (before: Change, change: Change): boolean =>
	CHANGEABLE.some((field) => before[field] !== change[field]);

/** Shuts a user out, at once, or lets her in again; there is always an administrator left. */
export async function switchUser(
	db: Kysely<DB>,
	by: Decider,
	id: string,
	active: boolean
): Promise<Refusal | undefined> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		if (!active && (await isLastAdmin(trx, id))) return 'last admin';
		// Of two clicks the second changes nothing.
		if ((await findUser(trx, id))?.active === active) return;
		await setUserActive(trx, id, active);
		const kind = active ? 'activated' : 'deactivated';
		await insertUserEntry(trx, by, recordedAt, { userId: id, kind });
	});
}

/** Gives a user another made-up password, answered once; she is signed out everywhere. */
export async function resetPassword(db: Kysely<DB>, by: Decider, id: string): Promise<string> {
	const password = makePassword();
	// Hashing takes long on purpose: not while other writers wait.
	const hash = await hashPassword(password);
	await db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		await setUserPassword(trx, id, hash);
		await insertUserEntry(trx, by, recordedAt, { userId: id, kind: 'password' });
	});
	return password;
}
