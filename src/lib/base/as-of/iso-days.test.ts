import { describe, expect, it } from 'vitest';
import { withIsoDays } from './iso-days.ts';

const search = (query: string) => withIsoDays(new URL(`https://ido.example/?${query}`))?.search;

describe('the days of an address', () => {
	it.each([
		['peildatum=31+dec+2021', '?peildatum=2021-12-31'],
		['peildatum=31-12-2021&zoek=31+dec+2021', '?peildatum=2021-12-31&zoek=31+dec+2021'],
		['vergelijkBekend=zo+31+jan+%2721', '?vergelijkBekend=2021-01-31'],
		['bekendOp=1%2F2%2F21&vergelijk=1+mrt+2021', '?bekendOp=2021-02-01&vergelijk=2021-03-01']
	])('%s become %s', (query, expected) => {
		expect(search(query)).toBe(expected);
	});

	it.each(['', 'peildatum=2021-12-31', 'peildatum=morgen', 'peildatum=', 'zoek=a+b&peildatum='])(
		'"%s" stays as it is',
		(query) => {
			expect(search(query)).toBeUndefined();
		}
	);
});
