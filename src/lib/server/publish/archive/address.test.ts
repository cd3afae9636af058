import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongs, dayOf, fileOf, isFile, relativeFile, targetOf } from './address.ts';

const ORIGIN = 'https://ido.example.nl';
const DAYS = new Set(['2020-12-31', '2021-03-31']);

describe('the file of an address', () => {
	it.each([
		['/', 'kaart.html'],
		['/en', 'en/kaart.html'],
		['/?peildatum=2020-12-31', 'kaart.peildatum-2020-12-31.html'],
		['/en?peildatum=2020-12-31', 'en/kaart.peildatum-2020-12-31.html'],
		['/bibliotheken', 'bibliotheken.html'],
		['/bibliotheken?pagina=2', 'bibliotheken.pagina-2.html'],
		['/bibliotheken/aanzet', 'bibliotheken/aanzet.html'],
		['/en/kaart.csv?peildatum=2020-12-31', 'en/kaart.peildatum-2020-12-31.csv'],
		['/api/v1/stand', 'api/v1/stand.json'],
		['/api/v1/openapi.json', 'api/v1/openapi.json'],
		['/kwartaalstanden/2020-k4', 'kwartaalstanden/2020-k4.html'],
		['/kwartaalstanden/2020-k4/SHA256SUMS', 'kwartaalstanden/2020-k4/SHA256SUMS'],
		['/kwartaalstanden/2020-k4/rapport-nl.html', 'kwartaalstanden/2020-k4/rapport-nl.html']
	])('%s is %s', (address, file) => {
		expect(fileOf(address)).toBe(file);
	});

	it('can stand on any disk, and stays in its folder, whatever the address', () => {
		fc.assert(
			fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
				const target = targetOf(`${path || '/'}?${query}`, '/', ORIGIN);
				if (!target) return;
				const file = fileOf(target.address);
				expect(file).toMatch(/^[\w./-]+$/);
				expect(file.split('/')).not.toContain('..');
				expect(file).not.toMatch(/^\//);
			}),
			{ numRuns: 2_000 }
		);
	});

	it('is named by another as it stands from there', () => {
		expect(relativeFile('kaart.html', 'en/over.html')).toBe('en/over.html');
		expect(relativeFile('en/bibliotheken/x.html', 'archive.css')).toBe('../../archive.css');
	});
});

describe('what is kept byte for byte', () => {
	it.each([
		['/kwartaalstanden/2020-k4/rapport-nl.html', true],
		['/en/kwartaalstanden/2020-k4/SHA256SUMS', true],
		['/kaart.csv?peildatum=2020-12-31', true],
		['/api/v1/stand', true],
		['/kwartaalstanden/2020-k4', false],
		['/', false]
	])('%s: %s', (address, whole) => {
		expect(isFile(address)).toBe(whole);
	});
});

describe('where a link leads to', () => {
	it.each([
		['/bibliotheken/', '/', '/bibliotheken', ''],
		['/en/', '/', '/en', ''],
		['?pagina=2', '/bibliotheken', '/bibliotheken?pagina=2', ''],
		['/definities#gerealiseerd', '/', '/definities', 'gerealiseerd'],
		['/?peildatum=2020-12-31#lijst', '/', '/?peildatum=2020-12-31', 'lijst'],
		['/kaart.csv?pagina=3&peildatum=2020-12-31', '/', '/kaart.csv?peildatum=2020-12-31', ''],
		[`${ORIGIN}/nieuws.atom`, '/volgen', '/nieuws.atom', '']
	])('%s on %s leads to %s', (href, from, address, anchor) => {
		expect(targetOf(href, from, ORIGIN)).toEqual({ address, anchor });
	});

	it.each(['https://www.kb.nl/', 'mailto:info@example.nl', 'http://'])(
		'%s leaves the site',
		(href) => {
			expect(targetOf(href, '/', ORIGIN)).toBeUndefined();
		}
	);
});

describe('what the archive has', () => {
	it.each([
		['/bibliotheken/aanzet', true],
		['/en/bibliotheken?pagina=2', true],
		['/bibliotheken?pagina=2&provincie=utrecht', false],
		['/bibliotheken?provincie=utrecht', false],
		['/?peildatum=2020-12-31', true],
		['/en/kaart.csv?peildatum=2020-12-31', true],
		['/?peildatum=2020-12-30', false],
		['/voortgang?peildatum=2020-12-31', false],
		['/zoeken', false],
		['/en/inloggen?terug=%2F', false]
	])('%s: %s', (address, kept) => {
		expect(belongs(address, DAYS)).toBe(kept);
	});

	it('knows the day of a map', () => {
		expect(dayOf('/?peildatum=2020-12-31')).toBe('2020-12-31');
		expect(dayOf('/bibliotheken')).toBeUndefined();
	});
});
