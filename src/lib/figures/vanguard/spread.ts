import { distanceKm, type Place } from '#lib/base/map/distance.ts';
import { mulberry32 } from '#lib/base/random/mulberry32.ts';

/** How evenly the chosen places lie over the country. */
export interface Spread {
	/** From a chosen place to the nearest other one, on average. */
	meanKm: number;
	/** The same when as many places are drawn by chance from all. */
	byChanceKm: number;
	/** The one divided by the other: above 1 they lie further apart than by chance. */
	ratio: number;
	/** Which part of the draws lies less far apart. */
	shareCloser: number;
}

/** Of fifteen places a thousand draws; of many more places fewer, so that it never takes long. */
const MOST_DRAWN = 15_000;
const SEED = 2019;

/**
 * The mean distance to the nearest neighbour, against what chance gives (Clark and Evans, 1954). Chance
 * draws from the places that could have been chosen, not from all land: where there are no libraries
 * none can be chosen. The same places always give the same answer. Null with fewer than two.
 */
export function measureSpread(chosen: readonly Place[], all: readonly Place[]): Spread | null {
	if (chosen.length < 2 || all.length < chosen.length) return null;
	const meanKm = meanNearestKm(chosen);
	const draws = Math.max(10, Math.floor(MOST_DRAWN / chosen.length));
	const next = mulberry32(SEED);
	const drawn = Array.from({ length: draws }, () =>
		meanNearestKm(drawPlaces(all, chosen.length, next))
	);
	const byChanceKm = drawn.reduce((sum, one) => sum + one, 0) / draws;
	if (byChanceKm === 0) return null;
	return {
		...{ meanKm, byChanceKm, ratio: meanKm / byChanceKm },
		shareCloser: drawn.filter((one) => one < meanKm).length / draws
	};
}

/** So many different ones of these places (the first steps of a Fisher–Yates shuffle). */
function drawPlaces(all: readonly Place[], count: number, next: () => number): Place[] {
	const places = [...all];
	for (let at = 0; at < count; at++) {
		const other = at + Math.floor(next() * (places.length - at));
		[places[at], places[other]] = [places[other]!, places[at]!];
	}
	return places.slice(0, count);
}

/** Nearest by a flat map, which is exact enough to choose by; then measured on the globe. */
function meanNearestKm(places: readonly Place[]): number {
	const wide = Math.cos((52.2 * Math.PI) / 180);
	let sum = 0;
	for (const from of places) {
		let [nearest, least]: [Place, number] = [from, Infinity];
		for (const to of places) {
			if (to === from) continue;
			const apart = ((to.lon - from.lon) * wide) ** 2 + (to.lat - from.lat) ** 2;
			if (apart < least) [nearest, least] = [to, apart];
		}
		sum += distanceKm(from, nearest);
	}
	return sum / places.length;
}
