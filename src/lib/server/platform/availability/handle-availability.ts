import type { Handle } from '@sveltejs/kit';
import { getLog } from '#lib/server/platform/log/log.ts';
import { UNAVAILABLE, whyUnavailable, type Unavailable } from './unavailable.ts';

/** Seconds after which a visitor (or a program) may try again. */
const RETRY_AFTER = '5';

interface Words {
	title: string;
	nl: string[];
	en: string[];
}

const RELOAD = {
	nl: 'Was u een formulier aan het versturen? Laad deze pagina dan over een minuut opnieuw. Uw browser verstuurt het formulier dan nog een keer. We weten niet of het al is vastgelegd. Stond het er al, dan zegt de pagina dat.',
	en: 'Were you sending a form? Then reload this page in a minute. Your browser will send the form once more. We do not know whether it was recorded already. If it was, the page says so.'
};

const PAGES: Record<Unavailable, string> = {
	away: pageOf({
		title: 'Tijdelijk niet beschikbaar',
		nl: ['De gegevens zijn nu niet bereikbaar. Probeer het over een minuut opnieuw.', RELOAD.nl],
		en: ['The data cannot be reached at the moment. Try again in a minute.', RELOAD.en]
	}),
	busy: pageOf({
		title: 'Te druk',
		nl: ['Het is nu te druk. Probeer het over een minuut opnieuw.', RELOAD.nl],
		en: ['It is too busy at the moment. Try again in a minute.', RELOAD.en]
	}),
	disk_full: pageOf({
		title: 'Geen ruimte meer',
		nl: [
			'De schijf van de server is vol. Er kan nu niets worden vastgelegd. Meld dit aan de beheerder.'
		],
		en: ['The disk of the server is full. Nothing can be recorded now. Tell the administrator.']
	})
};

/** Without the database not even the words of the layout may be had, so this page needs nothing. */
function pageOf({ title, nl, en }: Words): string {
	const lines = [
		...nl.map((text) => `<p>${text}</p>`),
		...en.map((text) => `<p lang="en">${text}</p>`)
	];
	return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head>
<body><main>
<h1>${title}</h1>
${lines.join('\n')}
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
		response = new Response(PAGES[why], {
			headers: { 'content-type': 'text/html; charset=utf-8' }
		});
		event.locals.unavailable = why;
	}
	return event.locals.unavailable ? sayUnavailable(response, event.locals.unavailable) : response;
};

/** The same answer as 503, with what is the matter in it where it does not even have our layout. */
export async function sayUnavailable(response: Response, why: Unavailable): Promise<Response> {
	const bare = await isBare(response);
	const { headers } = response;
	headers.set('retry-after', RETRY_AFTER);
	if (!bare) return new Response(response.body, { status: 503, headers });
	headers.delete('content-length');
	return new Response(PAGES[why], { status: 503, headers });
}

/** Whether it is src/error.html, which Kit shows when not even the layout could be read: it says less than we know. */
async function isBare(response: Response): Promise<boolean> {
	if (!response.headers.get('content-type')?.startsWith('text/html')) return false;
	return (await response.clone().text()).includes('<body data-without-layout');
}
