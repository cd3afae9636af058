import { m } from '#lib/paraglide/messages.js';

/** Seconds after which a forecast that is being made can be asked for again. */
const RETRY_AFTER = '5';

/** The answer in place of a file whose forecast is still being made. */
export function busyResponse(): Response {
	return new Response(m.forecast_computing(), {
		status: 503,
		headers: { 'retry-after': RETRY_AFTER, 'content-type': 'text/plain; charset=utf-8' }
	});
}
