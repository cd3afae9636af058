import type { PointStates } from './point-states.ts';

/**
 * Which points the filters of the view let through, whatever the day: all conditions that are given
 * have to hold. Ids of municipalities are the digits of their codes.
 */
export interface PointFilter {
	/** Of a province; null for any. */
	municipalities: ReadonlySet<number> | null;
	/** Of a POI and a group; null for any. */
	libraries: ReadonlySet<number> | null;
	/** Found by the words searched for, as a point or by its library or municipality; null for any. */
	found: Readonly<Record<'points' | 'libraries' | 'municipalities', ReadonlySet<number>>> | null;
}

export const ANY_POINT: PointFilter = { municipalities: null, libraries: null, found: null };

/** Tells of a row of the states whether its point passes. */
export function passes(
	{ pointId, libraryId, municipality }: PointStates,
	{ municipalities, libraries, found }: PointFilter
): (row: number) => boolean {
	if (!municipalities && !libraries && !found) return () => true;
	return (row) =>
		(municipalities === null || municipalities.has(municipality[row]!)) &&
		(libraries === null || libraries.has(libraryId[row]!)) &&
		(found === null ||
			found.points.has(pointId[row]!) ||
			found.libraries.has(libraryId[row]!) ||
			found.municipalities.has(municipality[row]!));
}
