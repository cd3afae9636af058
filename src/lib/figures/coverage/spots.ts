import type { Place } from '#lib/base/map/distance.ts';

/** Where some of the inhabitants of a municipality live, as far as the places that we know tell. */
export interface Spot extends Place {
	inhabitants: number;
}

/** A town, village or quarter (`part`) with the inhabitants that its source gives it, of no one day. */
export interface KnownPlace extends Spot {
	kind: 'place' | 'part';
}

/**
 * Where the inhabitants of a municipality live: in its places, each by its own size; what its places do
 * not account for lives in the middle (a town may be missing, or counted long ago). Places that together
 * have more than the municipality get their part of it. A quarter is taken off the largest place, which
 * counts it too. The spots have exactly the inhabitants of the municipality, in whole people.
 */
export function spreadInhabitants(
	inhabitants: number,
	middle: Place,
	places: readonly KnownPlace[]
): Spot[] {
	const sized = withoutQuarters(places);
	const known = sum(sized);
	const most = Math.max(known, inhabitants);
	if (inhabitants === 0 || known === 0) return [{ lat: middle.lat, lon: middle.lon, inhabitants }];
	const rest = { lat: middle.lat, lon: middle.lon, inhabitants: most - known };
	// Rounding the running total keeps the sum whole.
	let running = 0;
	return [...sized, rest].flatMap(({ lat, lon, inhabitants: size }) => {
		const before = Math.round((running / most) * inhabitants);
		running += size;
		const here = Math.round((running / most) * inhabitants) - before;
		return here > 0 ? [{ lat, lon, inhabitants: here }] : [];
	});
}

function withoutQuarters(places: readonly KnownPlace[]): Spot[] {
	const largest = places
		.filter(({ kind }) => kind === 'place')
		.reduce<KnownPlace | undefined>(
			(most, place) => (most && most.inhabitants >= place.inhabitants ? most : place),
			undefined
		);
	const quarters = sum(places.filter(({ kind }) => kind === 'part'));
	return places.map((place) =>
		place === largest ? { ...place, inhabitants: Math.max(0, place.inhabitants - quarters) } : place
	);
}

const sum = (spots: readonly Spot[]) =>
	spots.reduce((total, { inhabitants }) => total + inhabitants, 0);
