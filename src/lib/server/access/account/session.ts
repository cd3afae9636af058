import type { Kysely } from 'kysely';
import { isRole, type User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Auth } from './auth.ts';
import { findAccess } from './queries.ts';

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
	const { headers, response } = await auth.api.getSession({
		headers: new Headers({ cookie }),
		returnHeaders: true
	});
	const access = response && (await findAccess(db, response.user.id));
	if (!response || !access) return { headers };
	const { id, name, email, role, supportInstituteId, organisation } = response.user;
	if (!isRole(role)) throw new Error(`user ${id} has the unknown role ${role}`);
	const covered = access.coveredInstituteIds;
	const user = {
		id,
		name,
		email,
		role,
		supportInstituteId: supportInstituteId ?? null,
		organisation,
		...(covered.length > 0 ? { coveredInstituteIds: covered } : {})
	};
	return { session: { id: response.session.id, user }, headers };
}
