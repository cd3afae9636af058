import type { Day } from '#lib/base/day/day.ts';
import { courseOf, entriesStanding, type GrantEntry } from '#lib/programme/grant/course.ts';

/** What was recorded of a scheme and year, of all libraries that are asked for. */
export interface RecordedTotal {
	year: number;
	scheme: string;
	/** Libraries that applied, and that got a decision. */
	applied: number;
	decided: number;
	awardedCents: number;
	/** Paid less what was reclaimed. */
	paidCents: number;
	settledCents: number;
}

/** What is recorded of each scheme and year on a day, as known on another; oldest year first. */
export function recordedTotals(
	entries: readonly GrantEntry[],
	day: Day,
	knownOn: Day | null
): RecordedTotal[] {
	const standing = entriesStanding(entries, day, knownOn);
	const groups = Map.groupBy(standing, ({ year, scheme }) => `${year} ${scheme}`);
	const totals = [...groups.values()].map((within): RecordedTotal => {
		const { year, scheme } = within[0]!;
		const courses = [...Map.groupBy(within, ({ libraryId }) => libraryId).values()].map(courseOf);
		const sum = (of: (course: (typeof courses)[number]) => number | null) =>
			courses.reduce((all, course) => all + (of(course) ?? 0), 0);
		return {
			...{ year, scheme },
			applied: courses.filter(({ appliedOn }) => appliedOn !== null).length,
			decided: courses.filter(({ decidedOn }) => decidedOn !== null).length,
			awardedCents: sum(({ awardedCents }) => awardedCents),
			paidCents: sum(({ paidCents }) => paidCents),
			settledCents: sum(({ settledCents }) => settledCents)
		};
	});
	return totals.toSorted((a, b) => a.year - b.year || a.scheme.localeCompare(b.scheme));
}
