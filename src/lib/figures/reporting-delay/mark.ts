import type { Day } from '#lib/base/day/day.ts';
import { incompleteFrom, reportingDelay, type DelayCount } from './reporting-delay.ts';
import type { InstituteDelay, IncompleteDays, RegionDelayCount } from './types.ts';

export interface MarkDays {
	/** K, or today when everything is known. */
	knownOn: Day;
	/** The last day that facts are told of: D, but never after today. */
	factDay: Day;
}

/** Which days are probably incomplete, by the delay measured here, else by that of the country. */
export function lateMark(
	here: readonly DelayCount[],
	country: readonly DelayCount[],
	{ knownOn, factDay }: MarkDays
): IncompleteDays {
	const own = reportingDelay(here);
	const tooFew = own.usual === null;
	const delay = tooFew ? reportingDelay(country) : own;
	const from = delay.usual === null ? null : incompleteFrom(knownOn, delay.usual);
	return {
		delay,
		ofCountry: tooFew && delay.usual !== null,
		from: from !== null && from <= factDay ? from : null,
		to: factDay
	};
}

/** The same of the whole country, without the filters. */
export const ofCountry = (counts: readonly RegionDelayCount[]): DelayCount[] =>
	counts.map(({ days, everywhere: count }) => ({ days, count }));

/** From which day on the curve of each province is probably incomplete, by its code. */
export function incompleteByProvince(
	counts: readonly RegionDelayCount[],
	provinceCodes: readonly string[],
	days: MarkDays
): Map<string, Day | null> {
	const country = ofCountry(counts);
	const here = Map.groupBy(counts, ({ provinceCode }) => provinceCode);
	return new Map(
		provinceCodes.map((code) => [code, lateMark(here.get(code) ?? [], country, days).from])
	);
}

/** One count per number of days, of all regions together, in order. */
export function together(counts: readonly RegionDelayCount[]): DelayCount[] {
	const sums = new Map<number, number>();
	for (const { days, count } of counts) sums.set(days, (sums.get(days) ?? 0) + count);
	return [...sums]
		.map(([days, count]) => ({ days, count }))
		.filter(({ count }) => count > 0)
		.toSorted((a, b) => a.days - b.days);
}

/** The delay per support institute, the slowest first; those with too few openings, or none, come last. */
export function instituteDelays(
	counts: readonly RegionDelayCount[],
	institutes: readonly { slug: string; name: string }[],
	knownOn: Day
): InstituteDelay[] {
	return institutes
		.map(({ slug, name }) => {
			const delay = reportingDelay(counts.filter(({ institute }) => institute === slug));
			const from = delay.usual === null ? null : incompleteFrom(knownOn, delay.usual);
			return { slug, name, ...delay, incompleteFrom: from };
		})
		.toSorted((a, b) => (b.usual ?? -1) - (a.usual ?? -1) || (b.median ?? -1) - (a.median ?? -1));
}
