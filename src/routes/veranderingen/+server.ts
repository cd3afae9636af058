import { networkOf } from '#lib/server/access/account/network-of.ts';
import { visitorOf } from '#lib/server/access/account/visitor.ts';
import { getEventStreams } from '#lib/server/ledger/change/app-streams.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { RequestHandler } from './$types';

/**
 * Public, no content but the version of the data. As server-sent events: at once, and each time it
 * moves. As plain text, for a browser that can share no stream between its tabs: the version now.
 */
export const GET: RequestHandler = async (event) => {
	const { request } = event;
	if (request.headers.get('accept')?.startsWith('text/plain')) return await answerVersion();
	const stream = getEventStreams().open(request.signal, networkOf(visitorOf(event).address));
	if (typeof stream === 'string') {
		const status = stream === 'address' ? 429 : 503;
		return new Response(null, { status, headers: { 'retry-after': '60' } });
	}
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-store',
			// A proxy that collects the answer first would never pass anything on.
			'x-accel-buffering': 'no'
		}
	});
};

async function answerVersion(): Promise<Response> {
	const { version } = await readDataState(getDb());
	return new Response(String(version), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
}
