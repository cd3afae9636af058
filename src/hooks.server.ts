import { paraglideMiddleware } from '#lib/paraglide/server.js';
import type { Handle } from '@sveltejs/kit';

const locale: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale)
		});
	});

export const handle: Handle = locale;
