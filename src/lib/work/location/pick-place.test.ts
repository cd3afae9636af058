import { expect, it } from 'vitest';
import { nearestTown, sureOf, type KnownTown } from './pick-place.ts';

const town = (name: string, lat: number, lon: number, own: boolean): KnownTown => ({
	...{ name, lat, lon, own, inhabitants: 1000, municipality: name }
});
const borne = town('Borne', 52.3, 6.75, true);
const hengelo = town('Hengelo', 52.26, 6.79, false);

it('a place belongs to the town that is nearest, a degree of longitude being the shorter one', () => {
	expect(nearestTown([borne, hengelo], { lat: 52.29, lon: 6.76 })).toBe(borne);
	expect(nearestTown([borne, hengelo], { lat: 52.27, lon: 6.79 })).toBe(hengelo);
	const [north, east] = [town('Noord', 52.4, 6.75, true), town('Oost', 52.3, 6.9, false)];
	expect(nearestTown([north, east], { lat: 52.3, lon: 6.75 })).toBe(east);
	expect(nearestTown([], { lat: 52.3, lon: 6.75 })).toBeUndefined();
});

it('a town of two municipalities is of that of the location, whichever comes first', () => {
	const shared = { ...borne, own: false };
	for (const towns of [
		[borne, shared],
		[shared, borne]
	])
		expect(nearestTown(towns, { lat: 52.3, lon: 6.7 })).toBe(borne);
});

it('from far away one points at a town, from nearby at a street', () => {
	expect([1, 12, 13, 100].map(sureOf)).toEqual(['street', 'street', 'town', 'town']);
});
