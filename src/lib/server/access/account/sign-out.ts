import type { RequestEvent } from '@sveltejs/kit';
import { SESSION_COOKIES } from '#lib/server/platform/security/session-cookie.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { logVisit } from './log-visit.ts';
import { deleteSession, deleteSessionsOf } from './queries.ts';

/**
 * Ends the session of this request, or with `everywhere` all sessions of its user, and takes the
 * cookie away. Nothing happens when nobody is signed in.
 */
export async function endSession(event: RequestEvent, everywhere = false): Promise<void> {
	const { user, sessionId } = event.locals;
	for (const name of SESSION_COOKIES) event.cookies.delete(name, { path: '/' });
	if (!user || !sessionId) return;
	if (everywhere) await deleteSessionsOf(getDb(), user.id);
	else await deleteSession(getDb(), user.id, sessionId);
	const action = everywhere ? 'sign_out_everywhere' : 'sign_out';
	logVisit(event.locals, { action, object: `user ${user.id}` });
}
