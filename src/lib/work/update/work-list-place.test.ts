import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberWorkList, workListLink } from './work-list-place.ts';

/** What a tab keeps. */
function keepsake(): Pick<Storage, 'getItem' | 'setItem'> {
	const kept = new Map<string, string>();
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value)
	};
}

const refuse = () => {
	throw new Error('no room');
};

describe('the way back from a sheet to the list of work', () => {
	beforeEach(() => vi.stubGlobal('sessionStorage', keepsake()));
	afterEach(() => vi.unstubAllGlobals());

	it('leads to the list as it was left, at the place of the library', () => {
		rememberWorkList(new URLSearchParams('soort=over-tijd&pagina=2'));
		expect(workListLink('bibliotheek-aanzet')).toBe(
			'/mijn-bibliotheken?soort=over-tijd&pagina=2#bibliotheek-bibliotheek-aanzet'
		);
	});

	it('leads to the whole list where none was left', () => {
		expect(workListLink('zout')).toBe('/mijn-bibliotheken#bibliotheek-zout');
	});

	it('leads to the whole list in a browser that keeps nothing', () => {
		vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
		rememberWorkList(new URLSearchParams('pagina=2'));
		expect(workListLink('zout')).toBe('/mijn-bibliotheken#bibliotheek-zout');
	});
});
