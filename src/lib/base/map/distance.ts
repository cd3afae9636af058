/** Somewhere on earth, in degrees (WGS84). */
export interface Place {
	lat: number;
	lon: number;
}

/** Mean radius of the earth, in kilometres (IUGG). */
const RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;
const KM_PER_DEGREE = RADIUS_KM * RADIANS;
/** A hair, so that rounding never hides a place that lies due north or south. */
const SLACK_KM = 1e-6;

/** The distance over the surface of a sphere (haversine), in kilometres: as the crow flies. */
export function distanceKm(one: Place, other: Place): number {
	const halfLat = ((other.lat - one.lat) * RADIANS) / 2;
	const halfLon = ((other.lon - one.lon) * RADIANS) / 2;
	const part =
		Math.sin(halfLat) ** 2 +
		Math.cos(one.lat * RADIANS) * Math.cos(other.lat * RADIANS) * Math.sin(halfLon) ** 2;
	return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(part)));
}

/**
 * Finds the nearest of these places from somewhere, and its distance in kilometres; null when there are
 * none. Looks from the same latitude outwards and stops where nothing can be nearer any more.
 */
export function nearestOf<T extends Place>(
	places: readonly T[]
): (from: Place) => { place: T; km: number } | null {
	const byLat = places.toSorted((a, b) => a.lat - b.lat);
	return (from) => {
		let [south, north] = [indexOfLat(byLat, from.lat) - 1, indexOfLat(byLat, from.lat)];
		let nearest: { place: T; km: number } | null = null;
		for (;;) {
			const [below, above] = [byLat[south], byLat[north]];
			const toSouth = below ? from.lat - below.lat : Infinity;
			const toNorth = above ? above.lat - from.lat : Infinity;
			const next = toSouth < toNorth ? below : above;
			const least = Math.min(toSouth, toNorth) * KM_PER_DEGREE;
			if (!next || least > (nearest?.km ?? Infinity) + SLACK_KM) break;
			if (next === below) south--;
			else north++;
			const km = distanceKm(from, next);
			if (!nearest || km < nearest.km) nearest = { place: next, km };
		}
		return nearest;
	};
}

/** Finds which of these places lie within so many kilometres, as indexes. */
export function withinOf(places: readonly Place[], km: number): (from: Place) => number[] {
	const byLat = places.map((place, index) => ({ ...place, index })).sort((a, b) => a.lat - b.lat);
	const reach = (km + SLACK_KM) / KM_PER_DEGREE;
	return (from) => {
		const found: number[] = [];
		for (let at = indexOfLat(byLat, from.lat - reach); at < byLat.length; at++) {
			const place = byLat[at];
			if (!place || place.lat > from.lat + reach) break;
			if (distanceKm(from, place) <= km) found.push(place.index);
		}
		return found;
	};
}

/** The first place that does not lie south of a latitude. */
function indexOfLat(byLat: readonly Place[], lat: number): number {
	let [low, high] = [0, byLat.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((byLat[middle]?.lat ?? Infinity) < lat) low = middle + 1;
		else high = middle;
	}
	return low;
}
