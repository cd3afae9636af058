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
	/** The first day on which something can have been agreed about a location in this municipality. */
	startsOn: (municipalityCode: string | undefined) => Day;
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
	targetOn: ({ targetOn = null, pastMeant = false, agreedOn = null }, { today }) => {
		// Asked for below: a plan is long past only compared with the day on which it was agreed.
		if (isAskedWhen({ targetOn, agreedOn }, today)) return null;
		return isLongPast({ targetOn, pastMeant }, agreedOn ?? today) ? 'long_past' : null;
	},
	agreedOn: ({ targetOn = null, agreedOn = null, municipalityCode }, { today, startsOn }) => {
		if (isAskedWhen({ targetOn, agreedOn }, today)) return 'agreed_when';
		if (agreedOn === null) return null;
		if (agreedOn > today) return 'in_future';
		return agreedOn < startsOn(municipalityCode) ? 'too_early' : null;
	}
};

/** A planned day that is behind us was agreed some other day than today, most likely. */
function isAskedWhen(
	{ targetOn, agreedOn }: Pick<LocationValues, 'agreedOn'> & { targetOn: Day | null },
	today: Day
): boolean {
	return targetOn !== null && targetOn < today && agreedOn === null;
}
