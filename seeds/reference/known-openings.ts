import { FOREVER, latestDay, type Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import { lastDayOf } from './published-figures.ts';
import type { Reference } from './reference.ts';

const FIRST_DAY: Day = '2019-01-01';

/** Whose a point is and where it stands; a municipality that ends gives it to its successor. */
export interface KnownPeriod {
	library: string;
	municipalityCode: string;
	validFrom: Day;
	validTo: Day;
}

/** A point of which a public source names the place and says when it opened. */
export interface KnownOpening {
	/** As the source calls the location. */
	name: string;
	town: string;
	openedOn: Day;
	/** What the source says: of "in 2021" the day above is no more than the last one possible. */
	precision: DatePrecision;
	periods: KnownPeriod[];
	lat: number;
	lon: number;
	locationPrecision: 'town' | 'largest_town' | 'municipality_centroid';
	source: string;
	confidence: string;
}

type Opening = Reference['openings'][number];

/** Locations that are not called after their town alone. */
const TOWNS: Record<string, string> = {
	'Trefkoele+ Dalfsen (Infopunt)': 'Dalfsen',
	'Bibliotheek Venlo': 'Venlo',
	'Centrale Bibliotheek Hoorn': 'Hoorn',
	'Den Helder (School 7)': 'Den Helder'
};
/** Open for some time already, says the source: its month is that of a festive start, not of the opening. */
const OPEN_BEFORE = ['Coevorden'];

/**
 * The points of openings.csv of which the source names the place. Rows about the same location are
 * one point, open since the first of their days. Rows that name no place are no point: where it
 * would stand had to be invented.
 */
export function knownOpenings(reference: Reference): KnownOpening[] {
	const named = reference.openings.filter(
		({ date_kind, municipality }) => date_kind === 'opening' && municipality !== null
	);
	const locations = Map.groupBy(named, (row) => `${row.organisation}: ${row.location}`);
	return [...locations.values()].map((rows) => toOpening(rows, reference));
}

function toOpening(rows: readonly Opening[], reference: Reference): KnownOpening {
	const [first] = rows.toSorted((a, b) => (a.opened_on < b.opened_on ? -1 : 1));
	if (!first) throw new Error('an opening without rows');
	const { location, organisation } = first;
	const library = reference.libraries.find(({ name }) => name === organisation);
	if (!library) throw new Error(`openings.csv: no library is called ${organisation}`);
	const wasOpenBefore = OPEN_BEFORE.includes(location);
	const openedOn = startWithin(first, reference) ?? lastDayOf(first.opened_on);
	const town = TOWNS[location] ?? location;
	const periods = periodsOf(library, first.municipality!, openedOn, reference);
	return {
		...{ name: location, town, openedOn, periods },
		...placeOf(town, periods.at(-1)!.municipalityCode, reference),
		precision: wasOpenBefore ? 'year' : first.precision,
		source: [...new Set(rows.map(({ source }) => source))].join(' ; '),
		confidence: wasOpenBefore || first.year_inferred ? 'inferred' : first.confidence
	};
}

/**
 * The official start of a library that lies within the vague date of its only named point: the day
 * from which that point is counted. A festive opening has a later day or none.
 */
function startWithin(opening: Opening, { openings }: Reference): Day | null {
	if (opening.precision === 'day') return null;
	const start = openings.find(
		({ organisation, date_kind }) =>
			organisation === opening.organisation && date_kind === 'programme_start'
	);
	return start?.opened_on.startsWith(opening.opened_on) ? start.opened_on : null;
}

function periodsOf(
	library: Reference['libraries'][number],
	name: string,
	openedOn: Day,
	{ municipalities, municipalitySuccessions }: Reference
): KnownPeriod[] {
	const municipality = municipalities.find(
		(row) => row.name === name && row.validFrom <= openedOn && openedOn < row.validTo
	);
	if (!municipality) throw new Error(`openings.csv: no municipality ${name} on ${openedOn}`);
	let code = municipality.code;
	// As far back as both go, so that an earlier plan may be recorded still.
	let validFrom = latestDay([FIRST_DAY, library.activeFrom, municipality.validFrom]) ?? FIRST_DAY;
	const periods: KnownPeriod[] = [];
	for (;;) {
		const next = municipalitySuccessions.find(({ fromCode }) => fromCode === code);
		const period = { library: library.slug, municipalityCode: code, validFrom };
		if (!next) return [...periods, { ...period, validTo: FOREVER }];
		periods.push({ ...period, validTo: next.effectiveOn });
		code = next.toCode;
		validFrom = next.effectiveOn;
	}
}

/** In its town when that is a known place of the municipality, else in the largest place there or the middle. */
function placeOf(town: string, code: string, reference: Reference) {
	const { municipalities, places, placeMunicipalities } = reference;
	const here = new Set(
		placeMunicipalities
			.filter(({ municipalityCode }) => municipalityCode === code)
			.map(({ placeId }) => placeId)
	);
	const found = places
		.filter(({ id, kind }) => here.has(id) && kind === 'place')
		.toSorted((a, b) => b.inhabitants - a.inhabitants);
	const named = found.find(({ name }) => name === town);
	const place = named ?? found[0] ?? municipalities.find((row) => row.code === code)!;
	const precision = found.length > 0 ? 'largest_town' : 'municipality_centroid';
	const locationPrecision: KnownOpening['locationPrecision'] = named ? 'town' : precision;
	return { lat: place.lat, lon: place.lon, locationPrecision };
}
