import { sql, type Kysely } from 'kysely';
import type { Role } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** One signed-in browser of a user, as her account page shows it. */
export interface SessionOfUser {
	id: string;
	createdAt: Date;
	updatedAt: Date;
	ipAddress: string | null;
	userAgent: string | null;
}

/** A line of the administrator's list. */
export interface UserRow {
	id: string;
	name: string;
	email: string;
	role: Role;
	organisation: string;
	supportInstituteId: number | null;
	supportInstituteName: string | null;
	active: boolean;
	demo: boolean;
}

/** What a session has to know of its account beside what it says itself. */
export interface Access {
	/** The POIs, beside her own, that an advisor works for because a colleague left. */
	coveredInstituteIds: number[];
}

const accessColumns = sql`array(
		select works.support_institute_id from adviser_institute works where works.user_id = account.id
			and works.support_institute_id is distinct from account.support_institute_id order by 1
	) as covered_institute_ids`;
const mayEnter = sql`(account.active and (not account.demo or installation.demo_data))`;

/** Undefined for an inactive account, and for a demo account in an installation without demo data. */
export async function findAccess(db: Kysely<DB>, userId: string): Promise<Access | undefined> {
	const { rows } = await sql<Access>`select ${accessColumns}
		from app_user account join installation on true
		where account.id = ${userId} and ${mayEnter}`.execute(db);
	return rows[0];
}

/** A session with what it says of its account, and what that may. */
export interface SessionRow extends Access {
	sessionId: string;
	id: string;
	name: string;
	email: string;
	role: string;
	supportInstituteId: number | null;
	organisation: string;
}

/** The session with this token that lasts until after `after`, of an account that {@link findAccess} lets in. */
export async function findLiveSession(
	db: Kysely<DB>,
	token: string,
	after: Date
): Promise<SessionRow | undefined> {
	const { rows } = await sql<SessionRow>`
		select session.id as session_id, account.id, account.name, account.email, account.role,
			account.support_institute_id, account.organisation, ${accessColumns}
		from app_session session
		join app_user account on account.id = session.user_id
		join installation on true
		where session.token = ${token} and session.expires_at > ${after} and ${mayEnter}`.execute(db);
	return rows[0];
}

/** The id of the account with this e-mail address, which may be typed in any case. */
export async function findUserIdByEmail(
	db: Kysely<DB>,
	email: string
): Promise<string | undefined> {
	const row = await db
		.selectFrom('appUser')
		.select('id')
		.where('email', '=', email.trim().toLowerCase())
		.executeTakeFirst();
	return row?.id;
}

/** The role of the account with this e-mail address, which is known to be there. */
export async function findRole(db: Kysely<DB>, email: string): Promise<Role> {
	const { role } = await db
		.selectFrom('appUser')
		.select('role')
		.where('email', '=', email.trim().toLowerCase())
		.$narrowType<{ role: Role }>()
		.executeTakeFirstOrThrow();
	return role;
}

/** The sessions of a user that have not run out, the latest used first. */
export async function listSessions(db: Kysely<DB>, userId: string): Promise<SessionOfUser[]> {
	return await db
		.selectFrom('appSession')
		.select(['id', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent'])
		.where('userId', '=', userId)
		.where('expiresAt', '>', sql<Date>`now()`)
		.orderBy('updatedAt', 'desc')
		.orderBy('id')
		.execute();
}

/** Ends one session of this user, at once; false when she has no such session. */
export async function deleteSession(
	db: Kysely<DB>,
	userId: string,
	sessionId: string
): Promise<boolean> {
	const deleted = await db
		.deleteFrom('appSession')
		.where('id', '=', sessionId)
		.where('userId', '=', userId)
		.returning('id')
		.executeTakeFirst();
	return deleted !== undefined;
}

/** Ends all sessions of this user, at once. */
export async function deleteSessionsOf(db: Kysely<DB>, userId: string): Promise<void> {
	await db.deleteFrom('appSession').where('userId', '=', userId).execute();
}

function selectUsers(db: Kysely<DB>) {
	return db
		.selectFrom('appUser')
		.leftJoin('supportInstitute', 'supportInstitute.id', 'appUser.supportInstituteId')
		.select([
			'appUser.id',
			'appUser.name',
			'appUser.email',
			'appUser.role',
			'appUser.organisation',
			'appUser.supportInstituteId',
			'supportInstitute.name as supportInstituteName',
			'appUser.active',
			'appUser.demo'
		])
		.$narrowType<{ role: Role }>();
}

/** Everybody with an account, by name; inactive accounts too. */
export async function listUsers(db: Kysely<DB>): Promise<UserRow[]> {
	return await selectUsers(db).orderBy('appUser.name').orderBy('appUser.id').execute();
}

/** The account with this id, active or not. */
export async function findUser(db: Kysely<DB>, id: string): Promise<UserRow | undefined> {
	return await selectUsers(db).where('appUser.id', '=', id).executeTakeFirst();
}

/** The POIs an advisor can belong to. */
export async function listSupportInstitutes(
	db: Kysely<DB>
): Promise<{ id: number; slug: string; name: string }[]> {
	return await db
		.selectFrom('supportInstitute')
		.select(['id', 'slug', 'name'])
		.orderBy('name')
		.execute();
}

/** The POI with this id. */
export async function findSupportInstitute(
	db: Kysely<DB>,
	id: number
): Promise<{ slug: string; name: string } | undefined> {
	return await db
		.selectFrom('supportInstitute')
		.select(['slug', 'name'])
		.where('id', '=', id)
		.executeTakeFirst();
}

/** Whether this account came with the demo data: its password is known to everybody. */
export async function isDemoAccount(db: Kysely<DB>, userId: string): Promise<boolean> {
	const row = await db
		.selectFrom('appUser')
		.select('demo')
		.where('id', '=', userId)
		.executeTakeFirst();
	return row?.demo ?? false;
}
