import type { RequestEvent } from '@sveltejs/kit';

/**
 * Says for a minute that what this browser sent last was taken: the page that it is sent on to may
 * not be there, and would leave her in doubt.
 */
const ARRIVED_COOKIE = 'ido.arrived';
const SECONDS = 60;

type Visit = Pick<RequestEvent, 'cookies' | 'url' | 'request'>;

export function setArrivedCookie({ cookies, url }: Visit, response: Response): void {
	const line = cookies.serialize(ARRIVED_COOKIE, '1', {
		path: '/',
		maxAge: SECONDS,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	response.headers.append('set-cookie', line);
}

/** Whether the form that this page comes after was taken. */
export function hasJustArrived({ cookies, request }: Visit): boolean {
	return request.method !== 'POST' && cookies.get(ARRIVED_COOKIE) !== undefined;
}
