import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { everyMessage } from '#tests/factories/every-message.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { signInAs } from './sign-in.ts';

type Locale = 'nl' | 'en';

let folder: DataFolder;
let app: AppProcess;
const cookies: Record<string, string> = { nobody: '' };

const PEOPLE = {
	adviser: 'adviseur.rijnbrink@voorbeeld.nl',
	manager: 'programmamanager@voorbeeld.nl',
	administrator: 'beheerder@voorbeeld.nl'
};

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	app = await startApp({ dataDir: folder.path });
	for (const [who, email] of Object.entries(PEOPLE)) {
		cookies[who] = await signInAs(app.url, email, DEMO_PASSWORD);
	}
});
afterAll(() => folder.remove());

/** Words that hardly a sentence of one language does without, and that the other does not have. */
const COMMON: Record<Locale, ReadonlySet<string>> = {
	nl: words('de het een van voor niet aan zijn wordt worden deze naar bij nog ook dat die er maar'),
	en: words(
		'the of and for not this that with from are was have has by your who they which been it'
	)
};

function words(text: string): Set<string> {
	return new Set(text.split(' '));
}

/** The pieces of text that a visitor reads, without what is marked as being in another language. */
function readTexts(html: string): string[] {
	const shown = html
		.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
		.replaceAll(/<!--[\s\S]*?-->/g, '')
		.replaceAll(/<(?!html)(\w+)[^>]*\slang="[^"]*"[^>]*>[\s\S]*?<\/\1>/g, ' ');
	const attributes = [
		...shown.matchAll(/\s(?:aria-label|alt|title|placeholder|content)="([^"]*)"/g)
	];
	return [...shown.split(/<[^>]+>/), ...attributes.map((match) => match[1] ?? '')]
		.map((text) =>
			text
				.replaceAll(/&[#\w]+;/g, ' ')
				// An address is of no language.
				.replaceAll(/https?:\/\/\S+/g, ' ')
				.replaceAll(/\s+/g, ' ')
				.trim()
		)
		.filter(Boolean);
}

/** A name is the same in both, also in a sentence. */
const NAME = /De Bieb voor de Zaanstreek/g;

/** A sentence with three common words of a language, and more of them than of the other. */
function isIn(text: string, locale: Locale, other: Locale): boolean {
	const found =
		text
			.replaceAll(NAME, '')
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [];
	const count = (of: Locale) => found.filter((word) => COMMON[of].has(word)).length;
	return count(locale) >= 3 && count(locale) > 2 * count(other);
}

/** Whole texts of one language: of messages that say something else in the other. */
const WHOLE: Record<Locale, ReadonlySet<string>> = { nl: wholeTexts('nl'), en: wholeTexts('en') };

function wholeTexts(locale: Locale): Set<string> {
	const of = (one: Locale) => new Set(everyMessage.map(([, say]) => say({}, { locale: one })));
	const others = of(locale === 'nl' ? 'en' : 'nl');
	return new Set([...of(locale)].filter((text) => text.includes(' ') && !others.has(text)));
}

/** Addresses of this site on a page, one for each kind of page. */
function kindsOn(html: string): Map<string, string> {
	const links = [...html.matchAll(/<a[^>]*\shref="(\/[^"#]*)/g)].map((match) =>
		(match[1] ?? '').replaceAll('&amp;', '&')
	);
	return new Map(links.filter(isPage).map((path) => [kindOf(path), path]));
}

const isPage = (path: string) => !/^\/(api|en\b|uitloggen)|\.\w+($|\?)/.test(path);

/** Names of places and libraries, numbers and choices are the same kind of page. */
const kindOf = (path: string) =>
	path
		.replace(/\?.*/, (query) => [...new URLSearchParams(query).keys()].sort().slice(0, 1).join())
		.replace(
			/(bibliotheken|gemeenten|provincies|kwartaalstanden|mijn-bibliotheken)\/[^/?]+/,
			'$1/*'
		)
		.replace(/tijdlijn\/(?!toevoegen)[^/?]+/, 'tijdlijn/*')
		.replaceAll(/\d+/g, '#');

async function read(path: string, who: string): Promise<string> {
	const response = await fetch(app.url + path, { headers: { cookie: cookies[who] ?? '' } });
	return response.ok && response.headers.get('content-type')?.startsWith('text/html')
		? await response.text()
		: '';
}

/** Every kind of page that can be reached by links from the home page but for `known`, by its address. */
async function crawl(who: string, known: ReadonlySet<string>): Promise<Map<string, string>> {
	const pages = new Map<string, string>();
	const seen = new Map([['/', '/']]);
	for (const [kind, path] of seen) {
		const html = await read(path, who);
		if (!known.has(kind)) pages.set(path, html);
		for (const [next, address] of kindsOn(html)) {
			if (!seen.has(next) && !known.has(next)) seen.set(next, address);
		}
	}
	return pages;
}

/** Pieces of text in the other language, on the pages and on the same pages in English. */
async function wrongTexts(pages: ReadonlyMap<string, string>, who: string): Promise<string[]> {
	const wrong = new Set<string>();
	const look = (html: string, path: string, locale: Locale, other: Locale) => {
		for (const text of readTexts(html)) {
			if (WHOLE[other].has(text) || isIn(text, other, locale))
				wrong.add(`${locale} ${path}: ${text}`);
		}
	};
	for (const [path, dutch] of pages) {
		look(dutch, path, 'nl', 'en');
		look(await read(`/en${path === '/' ? '' : path}`, who), path, 'en', 'nl');
	}
	return [...wrong];
}

describe('what is read', () => {
	let open: ReadonlySet<string>;

	it('by everybody is in the language of the page', async () => {
		const pages = await crawl('nobody', new Set());
		open = new Set([...pages.keys()].map(kindOf));
		expect(pages.size).toBeGreaterThan(20);
		expect(await wrongTexts(pages, 'nobody')).toEqual([]);
	}, 240_000);

	it.each(Object.keys(PEOPLE))(
		'by the %s only is in the language of the page',
		async (who) => {
			const pages = await crawl(who, open);
			expect(pages.size).toBeGreaterThan(2);
			expect(await wrongTexts(pages, who)).toEqual([]);
		},
		240_000
	);
});
