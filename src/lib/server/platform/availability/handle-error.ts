import { m } from '#lib/paraglide/messages.js';
import { getLog } from '#lib/server/platform/log/log.ts';
import { UNAVAILABLE, whyUnavailable } from './unavailable.ts';
import { errorOf, standingOf, type FailedRequest } from './why-text.ts';

interface Failure {
	error: unknown;
	event: FailedRequest & {
		route: { id: string | null };
		locals: Pick<App.Locals, 'unavailable' | 'user'>;
	};
	status: number;
}

/**
 * Whatever goes wrong unexpectedly: the log has it whole under an id, the visitor sees the id, a
 * sentence, and of what she sent whether it may stand. A page that does not exist is no error for the log.
 */
export function handleError({ error, event, status }: Failure): App.Error {
	if (status === 404) return { message: m.common_error_not_found() };
	const id = crypto.randomUUID().slice(0, 8);
	const why = whyUnavailable(error);
	event.locals.unavailable = why;
	const about = {
		route: event.route.id,
		method: event.request.method,
		user: event.locals.user?.id
	};
	if (why) getLog().error({ id, ...about, err: error }, UNAVAILABLE[why]);
	// What a visitor sent could not be read: no fault of ours, so it has no trace that fills the log.
	else if (status < 500) getLog().warn({ id, status, ...about }, 'request refused');
	else getLog().error({ id, status, ...about, err: error }, 'unexpected error');
	return { ...errorOf(why, standingOf(event)), id };
}
