import { describe, expect, it } from 'vitest';
import { pagePath, safeReturnPath } from './return-path.ts';

describe('where to go after signing in', () => {
	it.each([
		'/',
		'/bibliotheken/bibliotheek-venlo',
		'/en/?peildatum=2021-06-24',
		'/a?b=//c.example'
	])('takes %s of this site', (path) => {
		expect(safeReturnPath(path)).toBe(path);
	});

	it.each([
		'https://evil.example/',
		'//evil.example',
		'///evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'/.//evil.example',
		'/a/..//evil.example',
		'javascript:alert(1)',
		'data:text/html,x',
		'evil.example',
		'@evil.example',
		'',
		null,
		undefined
	])('refuses %j', (path) => {
		expect(safeReturnPath(path)).toBeUndefined();
	});

	it.each(['/inloggen', '/en/inloggen?terug=/', '/uitloggen', '/en/uitloggen/'])(
		'does not go back to %s',
		(path) => {
			expect(safeReturnPath(path)).toBeUndefined();
		}
	);

	it('drops the part after #, which a server never sees', () => {
		expect(safeReturnPath('/definities#gerealiseerd')).toBe('/definities');
	});
});

describe('the page of a form', () => {
	it('leaves out the name of the form action and keeps the rest', () => {
		const url = new URL(
			'https://ido.example.nl/bibliotheken/x/bijwerken?peildatum=2021-01-01&/save'
		);
		expect(pagePath(url)).toBe('/bibliotheken/x/bijwerken?peildatum=2021-01-01');
	});
});
