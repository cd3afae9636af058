import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOutside, placeOf } from '#lib/base/site/site.ts';
import { SITE_MAP, siteGroups, sitePaths } from './site-map.ts';
import { robotsText, sitemapXml } from './sitemap-xml.ts';

/** The address of each page of the project, with `x` for what is filled in: `/gemeenten/x`. */
const routes = globSync('src/routes/**/+page.svelte')
	.map((file) =>
		file
			.replace(/^src\/routes/, '')
			.replace(/\/\+page\.svelte$/, '')
			.replaceAll(/\/\([^)]*\)/g, '')
			.replaceAll(/\[[^\]]*\]/g, 'x')
	)
	.map((path) => path || '/');

const groups = siteGroups();
/** Addresses that stand for all of a page with a parameter that only takes some words. */
const EXAMPLES: Record<string, string> = { '/overzicht/x': '/overzicht/waarom' };

describe('the site map', () => {
	it('has a place for every page that is not for work or an account', () => {
		const lost = routes.filter((route) => {
			const path = EXAMPLES[route] ?? route;
			return !isOutside(path) && !placeOf(groups, path);
		});
		expect(routes.length).toBeGreaterThan(50);
		expect(lost).toEqual([]);
	});

	it('names each page once, and only pages that are there', () => {
		const paths = sitePaths();
		expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
		const there = new Set([...routes, ...paths.filter((path) => /^\/overzicht\//.test(path))]);
		expect(paths.filter((path) => !there.has(path))).toEqual([]);
	});

	it('calls no two pages the same, and says of each what it answers', () => {
		const pages = SITE_MAP.flatMap((group) => group.pages);
		const labels = pages.map(({ label }) => label());
		expect(new Set(labels).size).toBe(labels.length);
		expect(pages.filter(({ answers }) => !/[.?]$/.test(answers()))).toEqual([]);
	});
});

describe('the place of an address', () => {
	const seen = (path: string) => {
		const place = placeOf(groups, path);
		return place && [place.group.question, place.page?.path, place.exact];
	};

	it.each([
		['/', ['waar-staan-we', '/', true]],
		['/overzicht/waarom', ['waarom', undefined, true]],
		['/voortgang', ['waar-staan-we', '/voortgang', true]],
		// The longest address wins: this page stands under another question.
		['/voortgang/meldtijd', ['waarom', '/voortgang/meldtijd', true]],
		['/gemeenten/GM0983', ['waar-staan-we', '/bibliotheken', false]],
		['/provincies/limburg/briefing', ['waar-staan-we', '/bibliotheken', false]],
		['/bibliotheken/rozet', ['waar-staan-we', '/bibliotheken', false]],
		['/kwartaalstanden/2020-4', ['waar-staan-we', '/kwartaalstanden', false]],
		['/bibliotheken/rozet/bijwerken', undefined],
		['/beheer/gebruikers', undefined],
		['/vragenlijst', undefined],
		['/bestaat-niet', undefined]
	])('of %s', (path, place) => {
		expect(seen(path)).toEqual(place);
	});
});

describe('what search engines get', () => {
	it('is each page in each language, with its other language', () => {
		const xml = sitemapXml('https://ido.example.nl');
		const addresses = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
		expect(addresses).toHaveLength(sitePaths().length * 2);
		expect(new Set(addresses).size).toBe(addresses.length);
		expect(addresses).toContain('https://ido.example.nl/tijdlijn');
		expect(xml).toContain(
			'<xhtml:link rel="alternate" hreflang="en" href="https://ido.example.nl/en/tijdlijn"/>'
		);
	});

	it('keeps them from views, and says where the list is', () => {
		expect(robotsText('https://ido.example.nl').split('\n')).toEqual(
			expect.arrayContaining(['Disallow: /*?', 'Sitemap: https://ido.example.nl/sitemap.xml'])
		);
	});
});
