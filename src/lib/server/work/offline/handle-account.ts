import type { Handle } from '@sveltejs/kit';
import { ACCOUNT_HEADER, isOwnPath } from '#lib/work/offline/own-page.ts';
import { accountKey } from './account-key.ts';

/** Says of a page of an adviser's own work for which account it was made: a browser that keeps it has to know. */
export const handleAccount: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { user } = event.locals;
	if (user && isOwnPath(event.url.pathname)) {
		response.headers.set(ACCOUNT_HEADER, accountKey(user.id).account);
	}
	return response;
};
