import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { formatDay, FOREVER, latestDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { sameName } from '#lib/work/update/same-name.ts';
import type { Known, KnownLibrary, KnownMunicipality } from './known.ts';
import type { LoadPlace, LoadRemark } from './types.ts';

/** Whose a location is and where it lies, from one day to another. */
export interface PointPeriod {
	libraryId: number;
	municipalityCode: string;
	validFrom: Day;
	validTo: Day;
}

export interface PlacedPoint {
	periods: PointPeriod[];
	lat: number;
	lon: number;
	locationPrecision: 'address' | 'town' | 'largest_town' | 'municipality_centroid';
}

/**
 * Where a location of a file stands, of which something is told from `firstDay` on: in the municipality
 * of that name on that day, and in what became of it and of its library since. What is wrong with it
 * otherwise.
 */
export function placePoint(
	place: LoadPlace,
	library: KnownLibrary,
	firstDay: Day,
	known: Known
): PlacedPoint | LoadRemark {
	const on = formatDay(firstDay, getLocale());
	const called = known.municipalities.filter(({ name, otherNames }) =>
		[name, ...otherNames].some((one) => sameName(one, place.municipality))
	);
	const municipality =
		called.find((one) => one.validFrom <= firstDay && firstDay < one.validTo) ?? called.at(-1);
	if (!municipality) {
		const value = place.municipality.slice(0, 60);
		return problem('municipality', m.load_problem_municipality_unknown({ value }));
	}
	if (municipality.validFrom > firstDay) {
		const from = formatDay(municipality.validFrom, getLocale());
		const { name } = municipality;
		return problem('municipality', m.load_problem_municipality_later({ name, from, on }));
	}
	if (library.startsOn > firstDay) {
		const from = formatDay(library.startsOn, getLocale());
		return problem('library', m.load_problem_library_later({ from, on }));
	}
	const periods = periodsOf(library, municipality, known);
	return { periods, ...spotOf(place, periods.at(-1)!.municipalityCode, known) };
}

const problem = (column: LoadRemark['column'], text: string): LoadRemark => ({
	...{ column, kind: 'error', text }
});

function periodsOf(
	library: KnownLibrary,
	municipality: KnownMunicipality,
	{ libraries, municipalities }: Known
): PointPeriod[] {
	const periods: PointPeriod[] = [];
	let owner = library;
	let lies = municipality;
	let validFrom = latestDay([FIRST_DAY, owner.startsOn, lies.validFrom]) ?? FIRST_DAY;
	for (;;) {
		const heir = libraries.find(({ id }) => id === owner.successorId);
		const next = municipalities.find(({ code }) => code === lies.successorCode);
		const ownerEnds = heir ? owner.endsOn : FOREVER;
		const placeEnds = next ? lies.validTo : FOREVER;
		const validTo = ownerEnds < placeEnds ? ownerEnds : placeEnds;
		if (validFrom < validTo) {
			periods.push({ libraryId: owner.id, municipalityCode: lies.code, validFrom, validTo });
		}
		if (validTo === FOREVER) return periods;
		if (heir && ownerEnds === validTo) owner = heir;
		if (next && placeEnds === validTo) lies = next;
		validFrom = latestDay([validFrom, validTo])!;
	}
}

/** Where it says; else in its town, in the largest place of its municipality, or in the middle. */
function spotOf({ spot, town }: LoadPlace, code: string, { places, municipalities }: Known) {
	if (spot) return { ...spot, locationPrecision: 'address' as const };
	const here = places.filter(({ municipalityCode }) => municipalityCode === code);
	const named = here.find(({ name }) => sameName(name, town));
	if (named) return { lat: named.lat, lon: named.lon, locationPrecision: 'town' as const };
	const [largest] = here.toSorted((a, b) => b.inhabitants - a.inhabitants);
	if (largest) {
		return { lat: largest.lat, lon: largest.lon, locationPrecision: 'largest_town' as const };
	}
	const { lat, lon } = municipalities.find((one) => one.code === code)!;
	return { lat, lon, locationPrecision: 'municipality_centroid' as const };
}
