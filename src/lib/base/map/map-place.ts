/** Where the map looks: a zoom of a web map, and its middle in degrees. */
export interface MapPlace {
	zoom: number;
	lat: number;
	lon: number;
}

/** The part of an address after `#`: "kaart=9.50/52.0907/5.1214". */
const FORM = /^#?kaart=(\d{1,2}(?:\.\d{1,2})?)\/(\d{1,2}(?:\.\d{1,6})?)\/(\d{1,2}(?:\.\d{1,6})?)$/;

/** The place that an address asks for; null when it asks for none, or for one outside the country. */
export function readPlace(hash: string): MapPlace | null {
	const [, zoom, lat, lon] = (FORM.exec(hash) ?? []).map(Number);
	if (zoom === undefined || lat === undefined || lon === undefined) return null;
	const isHere = lat >= 50 && lat <= 54 && lon >= 3 && lon <= 8 && zoom >= 4 && zoom <= 14;
	return isHere ? { zoom, lat, lon } : null;
}

/** The same place as it is written in an address. */
export const writePlace = ({ zoom, lat, lon }: MapPlace): string =>
	`#kaart=${zoom.toFixed(2)}/${lat.toFixed(4)}/${lon.toFixed(4)}`;
