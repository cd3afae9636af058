import type { Handle, RequestEvent } from '@sveltejs/kit';
import { pagePath } from '#lib/access/account/return-path.ts';
import { hasSessionCookie, SESSION_COOKIES } from '#lib/server/platform/security/session-cookie.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { inLane, type Lane } from '#lib/server/platform/db/lane.ts';
import { getAuth } from './auth.ts';
import { readSession } from './session.ts';
import { passCookies, visitorOf } from './visitor.ts';

const OWN_PATH = /^\/(?:health\/|(?:en\/)?inloggen(?:\/|$))/;

async function readUser(event: RequestEvent, cookie: string): Promise<void> {
	const auth = getAuth(event.url.protocol === 'https:');
	const { session, headers } = await readSession(auth, getDb(), cookie);
	passCookies(headers, event.cookies);
	event.locals.user = session?.user;
	event.locals.sessionId = session?.id;
	// A cookie that is worth nothing would keep its bearer away from the cached pages.
	if (!session) for (const name of SESSION_COOKIES) event.cookies.delete(name, { path: '/' });
}

/** Whoever signs in, writes or looks whether we live is not kept waiting by the many who read. */
function laneOf({ locals, request, url }: RequestEvent): Lane {
	const isOwn =
		locals.user !== undefined || request.method === 'POST' || OWN_PATH.test(url.pathname);
	return isOwn ? 'reserved' : 'public';
}

/** Who is asking: `locals.visit` always, `locals.user` only after a look at the session cookie. */
export const handleSession: Handle = async ({ event, resolve }) => {
	const { address } = visitorOf(event);
	const { method, headers } = event.request;
	event.locals.visit = { path: pagePath(event.url), route: event.route.id, method, address };
	const cookie = headers.get('cookie');
	// Without a session cookie the database is not asked anything.
	if (cookie && hasSessionCookie(cookie)) {
		await inLane('reserved', () => readUser(event, cookie));
	}
	return await inLane(laneOf(event), () => resolve(event));
};
