import type { IncomingMessage, ServerResponse } from 'node:http';
import { bareHeaders } from '#lib/server/platform/security/headers.ts';
import type { Refused } from './turnstile.ts';

/** Seconds after which who was refused may ask again. */
const RETRY_AFTER = 5;
/** Who is refused hears it this late, so that asking again at once is not worth while. */
const DELAY_MS = 1_000;
/** More than this many are not kept waiting for their refusal. */
const MOST_DELAYED = 500;

const SENTENCES: Record<Refused, { nl: string; en: string }> = {
	address: {
		nl: 'Vanaf uw adres wordt nu te veel tegelijk opgevraagd. Wacht een paar seconden en probeer het dan opnieuw.',
		en: 'Too much is asked for from your address at the moment. Wait a few seconds, then try again.'
	},
	all: {
		nl: 'Het is nu te druk. Wacht een paar seconden en probeer het dan opnieuw.',
		en: 'It is too busy at the moment. Wait a few seconds, then try again.'
	}
};

let delayed = 0;

/** Answers 429 (one address asks too much) or 503 (all together do), with when to come back. */
export function refuse(req: IncomingMessage, res: ServerResponse, why: Refused): void {
	if (delayed >= MOST_DELAYED) return send(req, res, why);
	delayed++;
	setTimeout(() => {
		delayed--;
		send(req, res, why);
	}, DELAY_MS);
}

function send({ url = '/' }: IncomingMessage, res: ServerResponse, why: Refused): void {
	const status = why === 'address' ? 429 : 503;
	const isApi = /^\/api\//.test(url);
	const body = Buffer.from(isApi ? problemOf(status, why) : pageOf(why));
	const headers: Record<string, string | number> = {
		...bareHeaders(false),
		'content-type': isApi ? 'application/problem+json' : 'text/html; charset=utf-8',
		'content-length': body.length,
		'cache-control': 'no-store',
		'retry-after': RETRY_AFTER
	};
	res.writeHead(status, headers);
	res.end(body);
}

function problemOf(status: number, why: Refused): string {
	const { nl, en } = SENTENCES[why];
	const problem = { type: 'about:blank', status, title: 'Te druk', detail: `${nl} ${en}` };
	return `${JSON.stringify(problem)}\n`;
}

function pageOf(why: Refused): string {
	const { nl, en } = SENTENCES[why];
	return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Te druk</title></head>
<body><main>
<h1>Te druk</h1>
<p>${nl}</p>
<p lang="en">${en}</p>
</main></body>
</html>
`;
}
