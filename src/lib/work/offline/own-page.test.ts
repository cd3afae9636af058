import { describe, expect, it } from 'vitest';
import { isOwnPath, keptAddress, plainAddress } from './own-page.ts';

const at = (path: string) => new URL(path, 'https://ido.example.nl');

describe('a page that may be kept', () => {
	it.each([
		'/mijn-bibliotheken',
		'/en/mijn-bibliotheken/bord',
		'/mijn-bibliotheken/bewaard',
		'/bibliotheken/bibliotheek-hengelo/bijwerken',
		'/en/informatiepunten/12/bijwerken/gegevens'
	])('is her own: %s', (path) => expect(isOwnPath(path)).toBe(true));

	it.each([
		'/',
		'/en/',
		'/bibliotheken/bibliotheek-hengelo',
		'/informatiepunten/12',
		'/mijn-bibliotheken/sleutel',
		'/mijn-bibliotheken/bestanden',
		'/mijn-bibliotheken/werkblad.xlsx',
		'/bibliotheken/x/bijwerken/bewijs/12',
		'/beheer',
		'/account',
		'/uitloggen',
		'/elders/mijn-bibliotheken'
	])('is not public, a file, a key or of somebody else: %s', (path) => {
		expect(isOwnPath(path)).toBe(false);
		expect(keptAddress(at(path))).toBeNull();
	});
});

describe('the address of a kept page', () => {
	it.each([
		['a list with what it was asked for', '/mijn-bibliotheken?toon=over-tijd&pagina=2', null],
		['a list without what just happened', '/mijn-bibliotheken?zojuist=12', '/mijn-bibliotheken'],
		[
			'a list without the form that was sent',
			'/mijn-bibliotheken?toon=over-tijd&/record',
			'/mijn-bibliotheken?toon=over-tijd'
		],
		[
			'a sheet whatever form is asked for',
			'/informatiepunten/3/bijwerken?mijlpaal=training&actie=plannen#formulier',
			'/informatiepunten/3/bijwerken'
		],
		[
			'the page whose data are asked for',
			'/en/mijn-bibliotheken/bord/__data.json?fase=open&x-sveltekit-invalidated=01',
			'/en/mijn-bibliotheken/bord?fase=open'
		]
	])('is of %s', (_, asked, address) => {
		expect(keptAddress(at(asked))).toBe(address ?? asked);
	});

	it('leads without its choices to the list itself', () => {
		expect(plainAddress('/mijn-bibliotheken?toon=over-tijd')).toBe('/mijn-bibliotheken');
	});
});
