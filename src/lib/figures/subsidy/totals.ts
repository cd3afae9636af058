import type { ComputedAward } from './types.ts';

/** What the libraries of a group would get together. */
export interface GroupTotal {
	name: string;
	cents: number;
	/** By year, and by the code of the scheme. */
	byYear: Record<number, number>;
	byScheme: Record<string, number>;
	/** Libraries with an amount, and those of which it cannot be computed. */
	libraries: number;
	unknown: number;
}

/**
 * The awards added up per group, in the order in which the groups are met. Each award is a whole number
 * of cents, so the groups add up to the whole whichever way they are made.
 */
export function totalsBy(
	awards: readonly ComputedAward[],
	nameOf: (award: ComputedAward) => string
): GroupTotal[] {
	const groups = Map.groupBy(awards, nameOf);
	return [...groups].map(([name, within]) => {
		const total: GroupTotal = {
			...{ name, cents: 0, byYear: {}, byScheme: {}, libraries: 0, unknown: 0 }
		};
		const paid = new Set<number>();
		const unknown = new Set<number>();
		for (const { base, rate, cents } of within) {
			if (cents === null) unknown.add(base.id);
			if (cents === null) continue;
			paid.add(base.id);
			total.cents += cents;
			total.byYear[rate.year] = (total.byYear[rate.year] ?? 0) + cents;
			total.byScheme[rate.scheme] = (total.byScheme[rate.scheme] ?? 0) + cents;
		}
		return { ...total, libraries: paid.size, unknown: unknown.difference(paid).size };
	});
}

/** Whole cents together; what cannot be computed is left out. */
export const sumOf = (awards: readonly ComputedAward[]): number =>
	awards.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
