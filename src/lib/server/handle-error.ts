import type { HandleServerError } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { isDatabaseAway } from '#lib/server/db/database-away.ts';
import { getLog } from '#lib/server/log.ts';

/**
 * Whatever goes wrong unexpectedly: the log has it whole under an id, the visitor sees the id and a
 * sentence. A page that does not exist is no error for the log.
 */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: m.common_error_not_found() };
	const id = crypto.randomUUID().slice(0, 8);
	event.locals.databaseAway = isDatabaseAway(error);
	const about = {
		route: event.route.id,
		method: event.request.method,
		user: event.locals.user?.id
	};
	getLog().error({ id, status, ...about, err: error }, 'unexpected error');
	const unsaved = event.locals.databaseAway && event.request.method === 'POST';
	const message = unsaved ? m.common_error_not_recorded() : m.common_error_unexpected_text();
	return { message, id };
};
