import type { Handle } from '@sveltejs/kit';
import { readTiles } from '#lib/server/platform/env/tiles.ts';
import { hasSessionCookie } from './session-cookie.ts';
import { isDataOfPage } from './data-of-page.ts';
import { cacheControl, FILE_POLICY, securityHeaders, withTiles } from './headers.ts';

/** Adds the security headers, and says who may keep the answer. */
export const handleHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers, status } = response;
	const referrer = headers.get('referrer-policy');
	for (const [name, value] of Object.entries(securityHeaders(event.url.protocol === 'https:'))) {
		headers.set(name, value);
	}
	// A page with a secret in its address tells no file of its own where it was asked for.
	if (referrer === 'strict-origin') headers.set('referrer-policy', referrer);
	const policy = headers.get('content-security-policy');
	const tiles = readTiles();
	if (policy === null) headers.set('content-security-policy', FILE_POLICY);
	else if (tiles) headers.set('content-security-policy', withTiles(policy, tiles.url));
	const personal =
		event.locals.user !== undefined || hasSessionCookie(event.request.headers.get('cookie'));
	const own = (await isDataOfPage(event, response)) ? null : headers.get('cache-control');
	headers.set(
		'cache-control',
		cacheControl({ method: event.request.method, status, personal, own })
	);
	return response;
};
