import { json } from '@sveltejs/kit';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { accountKey } from '#lib/server/work/offline/account-key.ts';
import type { RequestHandler } from './$types';

/** By which the browser encrypts what waits there for this account, for a session of it only. */
export const GET: RequestHandler = ({ locals }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	return json(accountKey(user.id), { headers: { 'cache-control': 'private, no-store' } });
};
