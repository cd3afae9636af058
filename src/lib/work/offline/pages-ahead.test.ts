import { expect, it } from 'vitest';
import { pagesAhead } from './pages-ahead.ts';

const LISTS = ['', '/bewaard', '/bord', '/tabel', '/locaties'];

it('are her lists and the sheets of the open one, each once, and nothing else that it leads to', () => {
	const links = [
		'/bibliotheken/hengelo/bijwerken?mijlpaal=training&actie=plannen#formulier',
		'/bibliotheken/hengelo/bijwerken',
		'/informatiepunten/3/bijwerken',
		'/informatiepunten/3/bijwerken/bewijs',
		'/bibliotheken/hengelo',
		'#antwoorden',
		'https://elders.example/'
	];
	expect(pagesAhead(new URL('https://ido.example.nl/mijn-bibliotheken'), links)).toEqual([
		...LISTS.map((path) => `/mijn-bibliotheken${path}`),
		'/bibliotheken/hengelo/bijwerken',
		'/informatiepunten/3/bijwerken'
	]);
});

it('are in the language of the list, and no more than twenty sheets', () => {
	const links = Array.from({ length: 44 }, (_, index) => `/en/informatiepunten/${index}/bijwerken`);
	const pages = pagesAhead(new URL('https://ido.example.nl/en/mijn-bibliotheken'), links);
	expect(pages.slice(0, 5)).toEqual(LISTS.map((path) => `/en/mijn-bibliotheken${path}`));
	expect(pages.slice(5)).toEqual(links.slice(0, 20));
});
