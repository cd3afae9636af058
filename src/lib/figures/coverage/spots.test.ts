import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadInhabitants, type KnownPlace } from './spots.ts';

const MIDDLE = { lat: 52, lon: 5 };
const place = (lat: number, inhabitants: number, kind: KnownPlace['kind'] = 'place') => ({
	lat,
	lon: 5,
	inhabitants,
	kind
});
const spread = (inhabitants: number, places: KnownPlace[]) =>
	spreadInhabitants(inhabitants, MIDDLE, places).map((spot) => [spot.lat, spot.inhabitants]);

describe('inhabitants of a municipality', () => {
	it('live in its places, and those that no place accounts for in the middle', () => {
		expect(spread(1000, [place(52.1, 600), place(51.9, 300)])).toEqual([
			[52.1, 600],
			[51.9, 300],
			[52, 100]
		]);
	});

	it('are shared by size where the places have more', () => {
		expect(spread(1000, [place(52.1, 1500), place(51.9, 500)])).toEqual([
			[52.1, 750],
			[51.9, 250]
		]);
	});

	it('of a quarter are not counted in its town as well', () => {
		expect(spread(1000, [place(52.1, 900), place(51.9, 100), place(52.2, 400, 'part')])).toEqual([
			[52.1, 500],
			[51.9, 100],
			[52.2, 400]
		]);
	});

	it('live in the middle where no place is known', () => {
		expect(spread(1000, [])).toEqual([[52, 1000]]);
		expect(spread(0, [place(52.1, 600)])).toEqual([[52, 0]]);
	});

	it('are never more or fewer than they are', () => {
		const known = fc.record({
			lat: fc.constant(52.1),
			lon: fc.constant(5),
			inhabitants: fc.nat({ max: 800_000 }),
			kind: fc.constantFrom('place' as const, 'part' as const)
		});
		fc.assert(
			fc.property(
				fc.nat({ max: 900_000 }),
				fc.array(known, { maxLength: 50 }),
				(people, places) => {
					const spots = spreadInhabitants(people, MIDDLE, places);
					expect(spots.reduce((sum, spot) => sum + spot.inhabitants, 0)).toBe(people);
					expect(spots.length).toBeGreaterThan(0);
				}
			)
		);
	});
});
