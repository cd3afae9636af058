import { version } from '$app/environment';
import { isKnown } from '#lib/server/publish/api/respond.ts';

export interface FeedAnswer {
	body: string;
	/** `text/calendar; charset=utf-8` */
	type: string;
	/** What the body was made from: the same until one of these changes. */
	dataVersion: number;
	today: string;
}

/** A feed, open to all origins; 304 without a body when the client has it already. */
export function respondFeed(
	request: Request,
	{ body, type, dataVersion, today }: FeedAnswer
): Response {
	const etag = `"${[dataVersion, today, version].join('-')}"`;
	const headers = { ETag: etag, 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' };
	if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
	return new Response(body, { headers: { ...headers, 'Content-Type': type } });
}
