import type { Kysely } from 'kysely';
import { isRole, type User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { SESSION_COOKIES } from '#lib/server/platform/security/session-cookie.ts';
import { signedToken } from '#lib/server/platform/security/signed-session.ts';
import { authOptions } from './auth-options.ts';
import type { Auth } from './auth.ts';
import { findAccess, findLiveSession, type SessionRow } from './queries.ts';

export interface Session {
	id: string;
	user: User;
}

export interface SessionReading {
	/** Absent when the cookie is not (or no longer) worth a session. */
	session?: Session;
	/** Cookies to set: a longer life, or the end of a cookie that is worth nothing. */
	headers: Headers;
}

/**
 * The session behind a session cookie, from the database at each call, so that revoking it works at
 * once. Call it only for a request with a session cookie.
 */
export async function readSession(
	auth: Auth,
	db: Kysely<DB>,
	cookie: string
): Promise<SessionReading> {
	const live = await readLive(auth, db, cookie);
	return live ? { session: sessionOf(live), headers: new Headers() } : readByAuth(auth, db, cookie);
}

/**
 * In one question the session that nothing has to be done about: undefined for all others, of which
 * better-auth knows whether they get a longer life or have ended.
 */
async function readLive(
	{ options: { secret, advanced } }: Auth,
	db: Kysely<DB>,
	cookie: string
): Promise<SessionRow | undefined> {
	const token = signedToken(cookie, SESSION_COOKIES[advanced.useSecureCookies ? 1 : 0], secret);
	const { expiresIn, updateAge } = authOptions.session;
	const renewed = new Date(Date.now() + (expiresIn - updateAge) * 1_000);
	return token === undefined ? undefined : findLiveSession(db, token, renewed);
}

async function readByAuth(auth: Auth, db: Kysely<DB>, cookie: string): Promise<SessionReading> {
	const { headers, response } = await auth.api.getSession({
		headers: new Headers({ cookie }),
		returnHeaders: true
	});
	const access = response && (await findAccess(db, response.user.id));
	if (!response || !access) return { headers };
	const { session, user } = response;
	const supportInstituteId = user.supportInstituteId ?? null;
	return {
		session: sessionOf({ ...user, ...access, supportInstituteId, sessionId: session.id }),
		headers
	};
}

function sessionOf(row: SessionRow): Session {
	const { sessionId, id, name, email, role, supportInstituteId, organisation } = row;
	if (!isRole(role)) throw new Error(`user ${id} has the unknown role ${role}`);
	const user = { id, name, email, role, supportInstituteId, organisation };
	const covered = row.coveredInstituteIds;
	return {
		id: sessionId,
		user: covered.length > 0 ? { ...user, coveredInstituteIds: covered } : user
	};
}
