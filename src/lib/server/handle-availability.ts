import type { Handle } from '@sveltejs/kit';
import { isDatabaseAway } from '#lib/server/db/database-away.ts';
import { getLog } from '#lib/server/log.ts';

/** Seconds after which a visitor (or a program) may try again. */
const RETRY_AFTER = '5';

/** Without the database not even the words of the layout may be had, so this page needs nothing. */
const PAGE = `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tijdelijk niet beschikbaar</title></head>
<body><main>
<h1>Tijdelijk niet beschikbaar</h1>
<p>De gegevens zijn nu niet bereikbaar. Er is niets gewijzigd. Probeer het over een minuut opnieuw.</p>
<p>Was u een formulier aan het versturen? Laad deze pagina dan over een minuut opnieuw. Uw browser verstuurt het formulier dan nog een keer.</p>
<p lang="en">The data cannot be reached at the moment. Nothing has been changed. Try again in a minute.</p>
<p lang="en">Were you sending a form? Then reload this page in a minute. Your browser will send the form once more.</p>
</main></body>
</html>
`;

/** Answers 503 instead of 500 when the failure is that the database is away; it may be back soon. */
export const handleAvailability: Handle = async ({ event, resolve }) => {
	let response: Response;
	try {
		response = await resolve(event);
	} catch (error) {
		if (!isDatabaseAway(error)) throw error;
		getLog().error({ err: error, route: event.route.id }, 'database away');
		response = new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } });
		event.locals.databaseAway = true;
	}
	if (!event.locals.databaseAway) return response;
	const { headers, body } = response;
	headers.set('retry-after', RETRY_AFTER);
	return new Response(body, { status: 503, headers });
};
