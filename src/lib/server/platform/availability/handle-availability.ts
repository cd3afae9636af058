import { json, type Handle, type RequestEvent } from '@sveltejs/kit';
import { getLog } from '#lib/server/platform/log/log.ts';
import { UNAVAILABLE, whyUnavailable, type Unavailable } from './unavailable.ts';
import { BARE_POLICY, barePage } from './bare-page.ts';
import { errorOf, standingOf, type Standing } from './why-text.ts';

/** Seconds after which a visitor (or a program) may try again. */
const RETRY_AFTER = '5';

/** Answers 503 instead of 500 when what failed may succeed soon. */
export const handleAvailability: Handle = async ({ event, resolve }) => {
	let response: Response;
	try {
		response = await resolve(event);
	} catch (error) {
		const why = whyUnavailable(error);
		if (!why) throw error;
		getLog().error({ err: error, route: event.route.id }, UNAVAILABLE[why]);
		event.locals.unavailable = why;
		return inTheirForm(event, why);
	}
	return tellFailure(response, event.locals.unavailable, standingOf(event));
};

/** The answer, or what tells that it could not be made, or that it failed before it had our layout. */
export async function tellFailure(
	response: Response,
	why: Unavailable | null | undefined,
	standing: Standing
): Promise<Response> {
	if (why) return sayUnavailable(response, why, standing);
	return (await isBare(response)) ? bareAnswer(response, null, standing) : response;
}

/** The same answer as 503, with what is the matter in it where it does not even have our layout. */
async function sayUnavailable(
	response: Response,
	why: Unavailable,
	standing: Standing
): Promise<Response> {
	const bare = await isBare(response);
	const { headers } = response;
	headers.set('retry-after', RETRY_AFTER);
	if (!bare) return new Response(response.body, { status: 503, headers });
	return bareAnswer(new Response(null, { status: 503, headers }), why, standing);
}

/** The answer with a page that needs no layout in the place of what it holds. */
function bareAnswer(
	{ status, headers }: Response,
	why: Unavailable | null,
	standing: Standing
): Response {
	headers.delete('content-length');
	headers.set('content-type', 'text/html; charset=utf-8');
	headers.set('content-security-policy', BARE_POLICY);
	return new Response(barePage(why, standing), { status, headers });
}

/** Where not even Kit could answer: as its scripts read it, or as a page. */
function inTheirForm(event: RequestEvent, why: Unavailable): Response {
	const standing = standingOf(event);
	const asks = event.request.headers.get('accept') ?? '';
	if (event.isDataRequest || asks.startsWith('application/json')) {
		const error = errorOf(why, standing);
		const isAction = event.request.method === 'POST';
		return json(isAction ? { type: 'error', error } : error, {
			status: 503,
			headers: { 'retry-after': RETRY_AFTER }
		});
	}
	const headers = { 'retry-after': RETRY_AFTER };
	return bareAnswer(new Response(null, { status: 503, headers }), why, standing);
}

/** Whether it is src/error.html, which Kit shows when not even the layout could be read: it says less than we know. */
async function isBare(response: Response): Promise<boolean> {
	if (response.status < 500) return false;
	if (!response.headers.get('content-type')?.startsWith('text/html')) return false;
	return (await response.clone().text()).includes('<body data-without-layout');
}
