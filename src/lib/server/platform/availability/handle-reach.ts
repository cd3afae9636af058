import type { Handle } from '@sveltejs/kit';
import { Reach, withReach } from '#lib/server/platform/db/reach.ts';
import { setArrivedCookie } from './arrived.ts';

/**
 * Follows what a form has the database keep, so that an answer that fails can say whether it stands.
 * After the session was read: that keeps something of its own, which nobody sent.
 */
export const handleReach: Handle = async ({ event, resolve }) => {
	if (event.request.method !== 'POST') return resolve(event);
	const reach = new Reach();
	event.locals.reach = reach;
	const response = await withReach(reach, () => resolve(event));
	if (response.status < 400 && reach.isSomething) setArrivedCookie(event, response);
	return response;
};
