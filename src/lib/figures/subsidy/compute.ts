import { awardCents } from '#lib/programme/grant/award.ts';
import { referenceDay, type GrantRate } from '#lib/programme/grant/grant.ts';
import type { ComputedAward, LibraryBase } from './types.ts';

/**
 * What each library would get of each scheme and year: of the ones that it is meant for, by its work
 * area on the reference day. A library that did not exist that day gets nothing.
 */
export function computeAwards(
	rates: readonly GrantRate[],
	bases: readonly LibraryBase[]
): ComputedAward[] {
	const onDay = Map.groupBy(bases, ({ referenceOn }) => referenceOn);
	return rates.flatMap((rate) =>
		(onDay.get(referenceDay(rate)) ?? [])
			.filter(({ cohort }) => rate.cohort === null || rate.cohort === cohort)
			.map((base) => ({ base, rate, cents: centsOf(rate, base) }))
	);
}

function centsOf(
	{ fixedCents, centsPerInhabitant }: GrantRate,
	{ units }: LibraryBase
): number | null {
	if (fixedCents !== null) return fixedCents;
	return units === null || centsPerInhabitant === null
		? null
		: awardCents(centsPerInhabitant, units);
}
