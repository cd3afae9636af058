import { getEventStreams } from '#lib/server/change/app-streams.ts';
import type { RequestHandler } from './$types';

/** Server-sent events: the version of the data, at once and each time it moves. Public, no content. */
export const GET: RequestHandler = ({ request }) => {
	const stream = getEventStreams().open(request.signal);
	if (!stream) return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-store',
			// A proxy that collects the answer first would never pass anything on.
			'x-accel-buffering': 'no'
		}
	});
};
