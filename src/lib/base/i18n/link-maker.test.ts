import { expect, test, vi } from 'vitest';
import { linkMaker } from './link-maker.ts';

test('an address is made once, and the others are filled in', () => {
	const make = vi.fn((id: string) => `/en/gemeenten/${id}?peildatum=2020-09-01`);
	const linkTo = linkMaker(make);
	expect(linkTo('GM0983')).toBe('/en/gemeenten/GM0983?peildatum=2020-09-01');
	expect(linkTo(12)).toBe('/en/gemeenten/12?peildatum=2020-09-01');
	expect(make).toHaveBeenCalledTimes(1);
});
