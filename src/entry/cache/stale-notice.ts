import type { Captured } from './captured-response.ts';

const SENTENCES = {
	nl: 'De gegevens zijn nu niet bereikbaar. U ziet de laatst bekende stand.',
	en: 'The data cannot be reached at the moment. You see the last known situation.'
};

/** A kept answer for when the database is away: says so on pages and in a header, and is not kept further. */
export function withStaleNotice({ status, headers, body }: Captured): Captured {
	const marked = {
		...headers,
		'cache-control': 'no-store',
		warning: '110 - "Response is Stale"'
	};
	if (!String(headers['content-type'] ?? '').startsWith('text/html')) {
		return { status, headers: marked, body };
	}
	const html = body.toString('utf8');
	const sentence = SENTENCES[/<html[^>]*\blang="en/.test(html) ? 'en' : 'nl'];
	const notice = `<p role="status" class="stale-notice">${sentence}</p>`;
	const text = html.replace(/<body[^>]*>/, (tag) => tag + notice);
	return { status, headers: marked, body: Buffer.from(text) };
}
