/** Where something lies, in degrees. */
export interface Coordinates {
	lat: number;
	lon: number;
}

export type CoordinatesProblem = 'unreadable' | 'outside';

/** The European Netherlands; a constraint of the database says the same. */
const BOUNDS = { lat: [50.7, 53.6], lon: [3.2, 7.3] } as const;
/** About a metre. */
const DECIMALS = 5;

const isWithin = (value: number, [least, most]: readonly [number, number]) =>
	least <= value && value <= most;

/**
 * Latitude and longitude as people write or copy them: `52.37020, 4.89520`, `52,3702 4,8952`,
 * `52,3702; 4,8952` or `52.37° N 4.89° O`. Nobody can mean the other order in this country, so the
 * longitude may come first.
 */
export function readCoordinates(
	text: string
): { place: Coordinates } | { problem: CoordinatesProblem } {
	const written = text.replace(/[°NOEZ]/gi, ' ').trim();
	const match =
		/^(\d{1,3}[.]\d+|\d{1,3})\s*[,;\s]\s*(\d{1,3}[.]\d+|\d{1,3})$/.exec(written) ??
		/^(\d{1,3},\d+)\s*[,;\s]\s*(\d{1,3},\d+)$/.exec(written);
	if (!match) return { problem: 'unreadable' };
	const [one, other] = match.slice(1).map((number) => round(Number(number.replace(',', '.'))));
	const [lat, lon] = isWithin(one!, BOUNDS.lat) ? [one!, other!] : [other!, one!];
	const inside = isWithin(lat, BOUNDS.lat) && isWithin(lon, BOUNDS.lon);
	return inside ? { place: { lat, lon } } : { problem: 'outside' };
}

/** As {@link readCoordinates} reads it. */
export function coordinatesText({ lat, lon }: Coordinates): string {
	return `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`;
}

const round = (degrees: number) => Number(degrees.toFixed(DECIMALS));
