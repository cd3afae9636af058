import type { GeoBounds } from '#lib/base/map/types.ts';
import type { Precision } from '#lib/network/trait/details.ts';
import type { Coordinates } from './coordinates.ts';

/** A town or quarter around a location, by which a place on the map is judged. */
export interface KnownTown extends Coordinates {
	name: string;
	inhabitants: number;
	municipality: string;
	/** It lies in the municipality of the location. */
	own: boolean;
}

/** What the map on which a location is put needs. */
export interface PickMapData {
	/** The municipality and its neighbours, drawn by our own server. */
	svg: string;
	/** What the drawing covers, and where to begin. */
	bounds: GeoBounds;
	start: Coordinates;
	/** The town of the address, when it is known here: `start` is its middle. */
	town: string | null;
	attribution: string;
	towns: readonly KnownTown[];
}

/** A degree of longitude is so much shorter than one of latitude here. */
export const LONGITUDE = 0.62;

/** The town that lies nearest; of two municipalities that share it, that of the location. */
export function nearestTown(
	towns: readonly KnownTown[],
	{ lat, lon }: Coordinates
): KnownTown | undefined {
	const far = (town: KnownTown) => Math.hypot(town.lat - lat, (town.lon - lon) * LONGITUDE);
	let nearest: KnownTown | undefined;
	for (const town of towns) {
		const nearer = nearest ? far(town) - far(nearest) : -1;
		if (nearer < 0 || (nearer === 0 && town.own)) nearest = town;
	}
	return nearest;
}

/** So many metres in a pixel is close enough to point at a street. */
const STREET = 12;

/** How sure a place is that was pointed at; that it is the address itself only its author can say. */
export const sureOf = (metresPerPixel: number): Precision =>
	metresPerPixel <= STREET ? 'street' : 'town';
