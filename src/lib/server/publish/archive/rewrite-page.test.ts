import { describe, expect, it } from 'vitest';
import { belongs } from './address.ts';
import { rewritePage } from './rewrite-page.ts';

const KEPT_DAYS = new Set<string>();

/** What is left of a body, and what it leads to. */
function rewrite(body: string, address = '/bibliotheken/aanzet') {
	const page = `<html><head><title>x</title></head><body><header></header><main>${body}</main></body></html>`;
	const { html, addresses } = rewritePage(page, {
		address,
		origin: 'https://ido.example.nl',
		isKept: (one) => belongs(one, KEPT_DAYS),
		aside: '<aside>archief</aside>'
	});
	const main = /<main>(.*)<\/main>/s.exec(html)?.[1] ?? '';
	return { html, main, addresses: [...addresses] };
}

describe('a page in the archive', () => {
	it('leads to the files beside it, and keeps the place on the page', () => {
		const { main, addresses } = rewrite(
			'<a href="/en/definities#open">x</a><img src="/kaart.svg">'
		);
		expect(main).toContain('href="../en/definities.html#open"');
		expect(main).toContain('src="../kaart.svg"');
		expect(addresses).toEqual(['/en/definities', '/kaart.svg']);
	});

	it('makes text of what is left out, with what stood in it', () => {
		const { main, addresses } = rewrite('<a href="/?status=open" aria-label="y"><b>7</b> open</a>');
		expect(main).toBe('<a class="niet-in-archief"><b>7</b> open</a>');
		expect(addresses).toEqual([]);
	});

	it('leads from the map of a day to records as they are in the archive', () => {
		const { main, addresses } = rewrite(
			'<a href="/gemeenten/GM0363?peildatum=2020-12-31">x</a>',
			'/'
		);
		expect(main).toContain('href="gemeenten/GM0363.html"');
		expect(addresses).toEqual(['/gemeenten/GM0363']);
	});

	it('leaves out of menus what it has not', () => {
		const menu =
			'<footer><ul><li><a href="/zoeken">x</a></li><li><a href="/over">y</a></li></ul></footer>';
		expect(rewrite(menu).main).not.toMatch(/x|<li><\/li>/);
	});

	it('leaves other sites and what is drawn in the page alone', () => {
		const body = '<a href="https://www.kb.nl/">x</a><svg><use href="#m"></use></svg>';
		expect(rewrite(body).main).toBe(body);
	});

	it('runs nothing, and shows what is for readers without scripts', () => {
		const { html } = rewrite('<script>alert(1)</script><noscript><p>Lees dit</p></noscript>');
		expect(html).not.toMatch(/script/);
		expect(html).toContain('<p>Lees dit</p>');
	});

	it.each([
		['<section><h2>Kies een dag</h2><form><input></form></section>', ''],
		['<div><form></form><p>Uitleg</p></div>', '<div><p>Uitleg</p></div>'],
		['<div><button type="button">Kopieer</button></div>', ''],
		['<p><a href="/en/dit-klopt-niet?over=x">Klopt dit niet?</a></p>', ''],
		['<a href="#filters">x</a><form id="filters"></form>', '<a class="niet-in-archief">x</a>']
	])('takes away what needs a server, with what is only its frame: %s', (body, left) => {
		expect(rewrite(body).main).toBe(left);
	});

	it('keeps a menu that opens by itself', () => {
		const button = '<button popovertarget="menu">Menu</button>';
		expect(rewrite(button).main).toBe(button);
	});

	it('says above everything that it is an archive', () => {
		expect(rewrite('').html).toContain('<aside>archief</aside><header>');
	});
});
