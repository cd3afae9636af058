import { FOREVER, type Day } from '#lib/base/day/day.ts';
import type { Reference } from '../reference/reference.ts';
import type { Geography } from './geography.ts';

export interface PointPeriod {
	library: string;
	municipalityCode: string;
	validFrom: Day;
	validTo: Day;
}

/** Whose a point is and where it stands, from its first day on: mergers of either start a new period. */
export function periodsOf(
	place: { library: string; municipality: string },
	firstDay: Day,
	geography: Geography,
	reference: Pick<Reference, 'municipalitySuccessions' | 'librarySuccessions'>
): PointPeriod[] {
	const changes = [...reference.municipalitySuccessions, ...reference.librarySuccessions]
		.map(({ effectiveOn }) => effectiveOn)
		.filter((day) => day > firstDay);
	const periods: PointPeriod[] = [];
	for (const day of [firstDay, ...[...new Set(changes)].sort()]) {
		const library = geography.libraryOn(place.library, place.municipality, day);
		const municipalityCode = geography.municipalityOn(place.municipality, day);
		const last = periods.at(-1);
		if (last?.library === library && last.municipalityCode === municipalityCode) continue;
		if (last) last.validTo = day;
		periods.push({ library, municipalityCode, validFrom: day, validTo: FOREVER });
	}
	return periods;
}
