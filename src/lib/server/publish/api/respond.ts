import { whyUnavailable, type Unavailable } from '#lib/server/platform/availability/unavailable.ts';
import { API_HEADERS, problem } from './problem.ts';

/** Whether the client has the answer with this entity tag already. */
export function isKnown(request: Request, etag: string): boolean {
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	// A compressing proxy weakens the tag; the content is the same.
	return known.some((item) => ['*', etag].includes(item.trim().replace(/^W\//, '')));
}

/** JSON with an entity tag; 304 without a body when the client has it already. */
export function jsonWithTag(request: Request, body: unknown, tag: string): Response {
	const etag = `"${tag}"`;
	const headers = { ...API_HEADERS, ETag: etag, 'Cache-Control': 'no-cache' };
	if (isKnown(request, etag)) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(`${JSON.stringify(body)}\n`, {
		headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' }
	});
}

const DETAILS: Record<Unavailable, string> = {
	away: 'De database antwoordt niet. Probeer het zo opnieuw.',
	busy: 'Het is nu te druk. Probeer het zo opnieuw.',
	disk_full: 'De schijf van de server is vol.'
};

/** Answers 503 with `Retry-After` for what may succeed soon; other errors go on to Kit. */
export async function orUnavailable(answer: () => Promise<Response>): Promise<Response> {
	try {
		return await answer();
	} catch (error) {
		const why = whyUnavailable(error);
		if (!why) throw error;
		return problem(503, 'Even niet beschikbaar', DETAILS[why], { headers: { 'Retry-After': '5' } });
	}
}

/** The answer to a preflight request: reading is open to every origin. */
export function preflight(): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...API_HEADERS,
			'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
			'Access-Control-Allow-Headers': 'If-None-Match',
			'Access-Control-Max-Age': '86400'
		}
	});
}
