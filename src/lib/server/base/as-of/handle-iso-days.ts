import { redirect, type Handle } from '@sveltejs/kit';
import { withIsoDays } from '#lib/base/as-of/iso-days.ts';

/** A page that is asked for with a day as people write it is found at the address with that day. */
export const handleIsoDays: Handle = ({ event, resolve }) => {
	const asksPage =
		event.isDataRequest || (event.request.headers.get('accept') ?? '').includes('text/html');
	if (event.request.method === 'GET' && asksPage) {
		const address = withIsoDays(event.url);
		if (address) redirect(303, `${address.pathname}${address.search}`);
	}
	return resolve(event);
};
