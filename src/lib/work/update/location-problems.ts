import type { Day } from '#lib/base/day/day.ts';
import { isLongPast, type Problem, type ProblemCode } from './rules.ts';
import { sameName } from './same-name.ts';
import type { LocationValues } from './schema.ts';

/** What the library of a new location has already. */
interface Known {
	exists: boolean;
	/** The municipalities of its work area. */
	area: readonly { code: string }[];
	/** Of its locations. */
	names: readonly string[];
	today: Day;
}

/** Everything that is wrong with a new location, as far as its fields could be read. */
export function locationProblems(values: Partial<LocationValues>, known: Known): Problem[] {
	if (!known.exists) return [{ field: 'form', code: 'gone' }];
	return Object.entries(CHECKS).flatMap(([field, check]) => {
		const code = check(values, known);
		return code ? [{ field, code }] : [];
	});
}

type Check = (values: Partial<LocationValues>, known: Known) => ProblemCode | null;

/** In the order of the form. */
const CHECKS: Record<string, Check> = {
	name: ({ name }, { names }) =>
		name !== undefined && names.some((taken) => sameName(taken, name)) ? 'name_taken' : null,
	municipalityCode: ({ municipalityCode }, { area }) =>
		municipalityCode !== undefined && !area.some(({ code }) => code === municipalityCode)
			? 'outside_work_area'
			: null,
	hostName: ({ locationType, hostName }) =>
		hostName && locationType && locationType !== 'buiten_bibliotheek' ? 'host_inside' : null,
	targetOn: ({ targetOn = null, pastMeant = false }, { today }) =>
		isLongPast({ targetOn, pastMeant }, today) ? 'long_past' : null
};
