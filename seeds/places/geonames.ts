import { slugify } from '../reference/slug.ts';

/** A line of `cities500.txt` of GeoNames that lies in the Netherlands. */
interface GeoName {
	id: string;
	name: string;
	otherNames: string[];
	lat: string;
	lon: string;
	featureCode: string;
	municipality: string;
	inhabitants: string;
}

/** A line of `seeds/reference/places.csv`. */
export interface PlaceLine {
	geonames_id: string;
	name: string;
	other_names: string;
	kind: 'place' | 'part';
	municipality: string;
	formerly: string;
	lat: string;
	lon: string;
	inhabitants: string;
}

/** Sections of a populated place: a quarter of a town, whose people the town counts too. */
const PARTS = ['PPLX', 'PPLL', 'PPLS'];

/** GeoNames has this one in English. */
const DUTCH_NAMES: Record<string, string> = { 'The Hague': 'Den Haag' };

/** What GeoNames has in the municipality beside theirs, or in one of before 2024, by its number. */
const CORRECTED: Record<string, string> = {
	'2744904': 'GM0363',
	'2746735': 'GM0794',
	'2747425': 'GM0794',
	'2758416': 'GM0794',
	'2758001': 'GM0599'
};

/**
 * GeoNames knows the municipalities of 2024. Where those of 2019 were others, these are the places of
 * each that ended since; names are unique within their present municipality.
 */
const FORMERLY: Record<string, Record<string, readonly string[]>> = {
	GM0363: { GM0457: ['Weesp'] },
	GM0439: { GM0370: ['Halfweg', 'Middenbeemster'] },
	GM0757: { GM0788: ['Esch'] },
	GM0824: { GM0788: ['Haaren'] },
	GM0855: { GM0788: ['Biezenmortel'] },
	GM0865: { GM0788: ['Helvoirt'] },
	GM1979: {
		GM0003: ['Appingedam'],
		GM0010: [
			'Bierum',
			'Delfzijl',
			'Farmsum',
			'Holwierde',
			'Spijk',
			'Tuikwerd',
			'Wagenborgen',
			'Woldendorp'
		],
		GM0024: ['Loppersum', 'Middelstum', 'Stedum']
	},
	GM1980: {
		GM0398: ['De Noord', 'Heerhugowaard'],
		GM0416: [
			'Broek op Langedijk',
			'Noord-Scharwoude',
			'Oudkarspel',
			'Sint Pancras',
			'Zuid-Scharwoude'
		]
	},
	GM1982: {
		GM0756: ['Boxmeer', 'Overloon'],
		GM0786: ['Grave'],
		GM0815: ['Langenboom', 'Mill', 'Sint Hubert', 'Wilbertoord'],
		GM1684: ['Beers', 'Cuijk', 'Haps', 'Vianen'],
		GM1702: ['Oploo', 'Sint Anthonis', 'Wanroij']
	},
	GM1991: {
		GM0856: ['Bitswijk', 'Eikenheuvel', 'Hoeven', 'Melle', 'Odiliapeel', 'Raam', 'Uden', 'Volkel'],
		GM1685: ['Reek', 'Schaijk', 'Zeeland']
	}
};

/** The Dutch places of the file of GeoNames, as this project keeps them; by municipality and name. */
export function placeLines(text: string): PlaceLine[] {
	const dutch = text.split('\n').flatMap((line) => {
		const cells = line.split('\t');
		return cells[8] === 'NL' ? [readLine(cells)] : [];
	});
	return dutch
		.map(placeLine)
		.sort(
			(a, b) =>
				compare(a.municipality, b.municipality) ||
				compare(a.name, b.name) ||
				Number(a.geonames_id) - Number(b.geonames_id)
		);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function readLine(cells: readonly string[]): GeoName {
	const at = (index: number) => cells[index] ?? '';
	return {
		id: at(0),
		name: DUTCH_NAMES[at(1)] ?? at(1),
		otherNames: at(3).split(',').filter(Boolean),
		lat: at(4),
		lon: at(5),
		featureCode: at(7),
		municipality: `GM${at(11)}`,
		inhabitants: at(14)
	};
}

function placeLine(place: GeoName): PlaceLine {
	const municipality = CORRECTED[place.id] ?? place.municipality;
	const before = Object.entries(FORMERLY[municipality] ?? {});
	return {
		geonames_id: place.id,
		name: place.name,
		other_names: otherNames(place).join(';'),
		kind: PARTS.includes(place.featureCode) ? 'part' : 'place',
		municipality,
		formerly: before.find(([, names]) => names.includes(place.name))?.[0] ?? '',
		lat: place.lat,
		lon: place.lon,
		inhabitants: place.inhabitants
	};
}

const LATIN = /^['’]?[\p{Script=Latin}][\p{Script=Latin} '’.-]*$/u;

/**
 * Names that somebody here may type: in our letters and written as a name. GeoNames has transcriptions
 * of other scripts beside them ("xu er si te"), and codes of airports.
 */
function otherNames({ name, otherNames: names }: GeoName): string[] {
	const known = new Set([slugify(name)]);
	return names.filter((other) => {
		const isName = LATIN.test(other) && /^['’]|^\p{Lu}/u.test(other) && !/^\p{Lu}+$/u.test(other);
		if (!isName || known.has(slugify(other))) return false;
		known.add(slugify(other));
		return true;
	});
}
