import type { Cookies, RequestEvent } from '@sveltejs/kit';

/**
 * Says for a minute that what this browser sent last was taken: the page that it is sent on to may
 * not be there, and would leave her in doubt.
 */
const ARRIVED_COOKIE = 'ido.arrived';
const SECONDS = 60;

export function setArrivedCookie(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	response: Response
): void {
	const line = cookies.serialize(ARRIVED_COOKIE, '1', {
		path: '/',
		maxAge: SECONDS,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	response.headers.append('set-cookie', line);
}

/** What is looked at of a request. */
export interface Visit {
	request: Pick<Request, 'method'>;
	cookies: Pick<Cookies, 'get'>;
}

/** Whether the form that this page comes after was taken. */
export function hasJustArrived({ cookies, request }: Visit): boolean {
	return request.method !== 'POST' && cookies.get(ARRIVED_COOKIE) !== undefined;
}
