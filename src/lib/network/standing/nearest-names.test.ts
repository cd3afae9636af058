import { describe, expect, it } from 'vitest';
import { countEdits, nearestNames } from './nearest-names.ts';

const name = (written: string, likeness: number, ours = true) => ({
	...{ name: written, written, likeness, ours }
});
const NAMES = [
	name('rijnbrink', 0.58),
	name('rijnsburg', 0.36),
	name('weesp', 0.2),
	name('wessem', 0.4),
	name('westland', 0.3),
	name('de loo', 0.5),
	name('oss', 0.2)
];
const nearest = (asked: string) => nearestNames(asked, NAMES).map((found) => found.name);

describe('the names that are nearest to what was typed', () => {
	it('are those of which a letter was left out, and no others then', () => {
		expect(nearest('rijnbrnk')).toEqual(['rijnbrink']);
	});

	it('are those of which two letters were swapped, though their parts are less alike', () => {
		expect(nearest('wesep')).toEqual(['weesp']);
	});

	it('are municipalities before villages that differ by as many letters', () => {
		const alike = [name('gees', 0.25, false), name('goes', 0.11)];
		expect(nearestNames('geos', alike).map((found) => found.name)).toEqual(['goes', 'gees']);
	});

	it('are the likest where none differs by a letter or two', () => {
		const alike = [name('westland', 0.34), name('wessem', 0.4), name('oss', 0.2)];
		const found = nearestNames('wessemmerland', alike);
		expect(found.map((one) => one.name)).toEqual(['wessem', 'westland']);
	});

	it.each(['de 1', '12', 's', 'de'])('are none for what resembles everything: %s', (asked) => {
		expect(nearest(asked)).toEqual([]);
	});

	it('are none of three letters that differ by one: hundreds do', () => {
		expect(nearestNames('osk', [name('oss', 0.1), name('olst', 0.05)])).toEqual([]);
	});
});

describe('the letters in which two names differ', () => {
	it.each([
		['giethorn', 'giethoorn', 1],
		['amstredam', 'amsterdam', 1],
		['scheveningn', 'scheveningen', 1],
		['den bosh', 'den bosch', 1],
		['', 'oss', 3],
		['goes', 'goes', 0],
		['goes', 'lent', 4]
	])('%s and %s: %i', (one, other, count) => {
		expect([countEdits(one, other), countEdits(other, one)]).toEqual([count, count]);
	});
});
