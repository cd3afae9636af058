import { json, type Handle, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLog } from '#lib/server/platform/log/log.ts';
import { UNAVAILABLE, whyUnavailable, type Unavailable } from './unavailable.ts';
import { errorOf, standingOf, whyText, type Standing } from './why-text.ts';

/** Seconds after which a visitor (or a program) may try again. */
const RETRY_AFTER = '5';

const TITLES = {
	away: m.common_error_away_title,
	busy: m.common_error_busy_title,
	disk_full: m.common_error_disk_full_title
} as const;

/** Without the database not even the words of the layout may be had, so this page needs nothing. */
function pageOf(why: Unavailable, standing: Standing): string {
	const title = TITLES[why]({}, { locale: 'nl' });
	return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head>
<body><main>
<h1>${title}</h1>
<p>${whyText(why, standing, 'nl')}</p>
<p lang="en">${whyText(why, standing, 'en')}</p>
</main></body>
</html>
`;
}

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
	const why = event.locals.unavailable;
	return why ? sayUnavailable(response, why, standingOf(event)) : response;
};

/** The same answer as 503, with what is the matter in it where it does not even have our layout. */
export async function sayUnavailable(
	response: Response,
	why: Unavailable,
	standing: Standing
): Promise<Response> {
	const bare = await isBare(response);
	const { headers } = response;
	headers.set('retry-after', RETRY_AFTER);
	if (!bare) return new Response(response.body, { status: 503, headers });
	headers.delete('content-length');
	return new Response(pageOf(why, standing), { status: 503, headers });
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
	return new Response(pageOf(why, standing), {
		status: 503,
		headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': RETRY_AFTER }
	});
}

/** Whether it is src/error.html, which Kit shows when not even the layout could be read: it says less than we know. */
async function isBare(response: Response): Promise<boolean> {
	if (!response.headers.get('content-type')?.startsWith('text/html')) return false;
	return (await response.clone().text()).includes('<body data-without-layout');
}
