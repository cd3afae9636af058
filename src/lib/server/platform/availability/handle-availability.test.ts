import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js';
import { tellFailure } from './handle-availability.ts';
import type { Unavailable } from './unavailable.ts';
import type { Standing } from './why-text.ts';

const ERROR_PAGE = await readFile(new URL('../../../../error.html', import.meta.url), 'utf8');

/** What is answered when Kit has answered this after `handleError` said why it failed. */
function answerTo(body: string, why: Unavailable, standing: Standing = 'read'): Promise<Response> {
	const headers = {
		'content-type': 'text/html',
		'content-length': String(Buffer.byteLength(body)),
		'x-kept': 'yes'
	};
	return tellFailure(new Response(body, { status: 500, headers }), why, standing);
}

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('a page that cannot be made now', () => {
	it.each<[Unavailable, string]>([
		['away', 'De gegevens zijn nu niet bereikbaar.'],
		['busy', 'Het is nu te druk.'],
		['disk_full', 'De schijf van de server is vol.']
	])('says what is the matter where not even the layout could be read: %s', async (why, text) => {
		const answer = await answerTo(ERROR_PAGE, why);
		expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
		expect(answer.headers.get('x-kept')).toBe('yes');
		const page = await answer.text();
		expect(page).toContain(text);
		expect(page).not.toContain('%sveltekit');
		expect([null, String(Buffer.byteLength(page))]).toContain(answer.headers.get('content-length'));
	});

	it.each<[Standing, string, string]>([
		['nothing', 'Er is niets vastgelegd.', 'Nothing was recorded.'],
		['unknown', 'We weten niet of dit is vastgelegd.', 'We do not know whether'],
		['arrived', 'Wat u net hebt verstuurd, is wel aangekomen.', 'did arrive']
	])('says what became of what was sent: %s', async (standing, dutch, english) => {
		const page = await (await answerTo(ERROR_PAGE, 'away', standing)).text();
		const all = ['Er is niets vastgelegd', 'We weten niet', 'is wel aangekomen'];
		expect(page).toContain(dutch);
		expect(page).toContain(english);
		expect(all.filter((text) => page.includes(text))).toHaveLength(1);
	});

	it.each<[Locale, string, string]>([
		['nl', 'Tijdelijk niet beschikbaar', 'Opnieuw proberen'],
		['en', 'Temporarily unavailable', 'Try again']
	])(
		'is in the language of the address first, and in the other below: %s',
		async (locale, title, again) => {
			overwriteGetLocale(() => locale);
			const page = await (await answerTo(ERROR_PAGE, 'away')).text();
			expect(page).toContain(`<html lang="${locale}">`);
			expect(page).toContain(`<h1>${title}</h1>`);
			expect(page).toContain(`href="">${again}</a>`);
			expect(page).toContain(`<section lang="${locale === 'nl' ? 'en' : 'nl'}">`);
		}
	);

	it('has its style in itself, and a policy that lets in that style and nothing else', async () => {
		const answer = await answerTo(ERROR_PAGE, 'away');
		const page = await answer.text();
		const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
		expect(style.length).toBeGreaterThan(500);
		const hash = createHash('sha256').update(style).digest('base64');
		expect(answer.headers.get('content-security-policy')).toContain(
			`default-src 'none'; style-src 'sha256-${hash}'`
		);
		expect(page).not.toMatch(/<script|<link|<img|\bsrc=|url\(|style="/);
	});

	it('offers no link that would lose what was sent', async () => {
		for (const standing of ['nothing', 'unknown'] as const) {
			expect(await (await answerTo(ERROR_PAGE, 'away', standing)).text()).not.toContain('href=""');
		}
	});

	it('is also what nobody expected, without its layout', async () => {
		const headers = { 'content-type': 'text/html' };
		const failed = new Response(ERROR_PAGE, { status: 500, headers });
		const answer = await tellFailure(failed, undefined, 'read');
		expect([answer.status, answer.headers.get('retry-after')]).toEqual([500, null]);
		expect(await answer.text()).toContain('<h1>Er ging iets mis</h1>');
	});

	it('keeps a page that has its layout', async () => {
		const answer = await answerTo('<body><main>Foutcode: 1</main></body>', 'away');
		expect([answer.status, await answer.text()]).toEqual([
			503,
			'<body><main>Foutcode: 1</main></body>'
		]);
	});
});
