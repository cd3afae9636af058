import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlace, writePlace } from './map-place.ts';
import { openIn } from './status-mix.ts';

describe('the place of the map in the address', () => {
	it('is read as it was written', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 500, max: 1200 }),
				fc.integer({ min: 500_001, max: 539_999 }),
				fc.integer({ min: 30_001, max: 79_999 }),
				(zoom, lat, lon) => {
					const place = { zoom: zoom / 100, lat: lat / 10_000, lon: lon / 10_000 };
					expect(readPlace(writePlace(place))).toEqual(place);
				}
			)
		);
	});

	it.each([
		'',
		'#lijst',
		'#kaart',
		'#kaart=9/52',
		'#kaart=99/52/5',
		'#kaart=9/10/5',
		'#kaart=9/x/5'
	])('is nowhere in "%s"', (hash) => expect(readPlace(hash)).toBeNull());
});

describe('the number of a cluster', () => {
	it('is what is open, not what is planned, closed or online only', () => {
		expect(openIn({ realised: 3, planned_later: 5, temporarily_closed: 1, online_only: 2 })).toBe(
			3
		);
		expect(openIn({ planned_90: 2 })).toBe(0);
	});
});
