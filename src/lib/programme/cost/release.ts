import type { Day } from '#lib/base/day/day.ts';
import { COST_CATEGORIES, type CostCategory, type CostKind } from './cost.ts';

/** A row as it was recorded. */
export interface CostEntry {
	libraryId: number;
	year: number;
	kind: CostKind;
	category: CostCategory;
	/** Null: taken back. */
	amountCents: number | null;
	recordedAt: Date;
	/** The day of `recordedAt` in Amsterdam. */
	recordedOn: Day;
}

/** What libraries spent, by library: the amounts by category that are known. */
export type CostsByLibrary = ReadonlyMap<number, Amounts>;

type Amounts = Readonly<Partial<Record<CostCategory, number>>>;

/** What is shown of one class, year and kind. */
export interface CostRelease {
	costs: CostsByLibrary;
	/** Whether the sums by category may be shown too, or only the total. */
	isSplit: boolean;
}

/**
 * What may be shown of one class of libraries, one year and one kind (docs/decisions/0051): the last state
 * whose total differs from every total shown before, and from nothing at all, in at least so many libraries.
 * So neither a sum, nor the difference of two sums that were ever shown, is of fewer. The same holds for the
 * sum of each category; where a category does not, none is shown, for the total would tell the one left out.
 * `entries` are those of the class, year and kind, in the order of recording and known on the day that is
 * asked for; `leastAt` says how many libraries it takes at a moment. Each write of a library is a state of
 * its own: somebody may look at any moment of a day, not at its end only.
 */
export function releaseOf(
	entries: readonly CostEntry[],
	leastAt: (moment: Date) => number
): CostRelease {
	const current = new Map<number, Amounts>();
	const shown: CostRelease[] = [{ costs: new Map(), isSplit: true }];
	for (const told of writesOf(entries)) {
		for (const { libraryId, category, amountCents } of told) {
			const amounts: Partial<Record<CostCategory, number>> = { ...current.get(libraryId) };
			if (amountCents === null) delete amounts[category];
			else amounts[category] = amountCents;
			if (Object.keys(amounts).length === 0) current.delete(libraryId);
			else current.set(libraryId, amounts);
		}
		const least = leastAt(told[0]!.recordedAt);
		if (shown.every(({ costs }) => differences(costs, current, totalOf) >= least)) {
			const isSplit = shown.every(
				(before) => !before.isSplit || canSplit(before.costs, current, least)
			);
			shown.push({ costs: new Map(current), isSplit });
		}
	}
	return shown.at(-1)!;
}

/** Whether each category is the same in two states, or another in at least so many libraries. */
const canSplit = (one: CostsByLibrary, other: CostsByLibrary, least: number): boolean =>
	COST_CATEGORIES.every((category) => {
		const apart = differences(one, other, (amounts) => amounts[category]);
		return apart === 0 || apart >= least;
	});

/** The rows that were recorded together: of one library, at one moment. */
const writesOf = (entries: readonly CostEntry[]): CostEntry[][] => [
	...Map.groupBy(
		entries,
		({ libraryId, recordedAt }) => `${recordedAt.getTime()} ${libraryId}`
	).values()
];

/** In how many libraries two states differ, by what is asked of each; of one without amounts that is undefined. */
export function differences(
	one: CostsByLibrary,
	other: CostsByLibrary,
	asked: (amounts: Amounts) => number | undefined
): number {
	const ids = new Set([...one.keys(), ...other.keys()]);
	return [...ids].filter((id) => asked(one.get(id) ?? {}) !== asked(other.get(id) ?? {})).length;
}

/** What one library spent, in cents; undefined of one without amounts. */
export function totalOf(amounts: Amounts): number | undefined {
	const known = Object.values(amounts);
	return known.length === 0 ? undefined : known.reduce((sum, cents) => sum + cents, 0);
}

/** The amounts of these libraries together, in cents. */
export function addUp(costs: CostsByLibrary): Record<CostCategory, number> {
	const sum = Object.fromEntries(COST_CATEGORIES.map((category) => [category, 0])) as Record<
		CostCategory,
		number
	>;
	for (const amounts of costs.values()) {
		for (const category of COST_CATEGORIES) sum[category] += amounts[category] ?? 0;
	}
	return sum;
}
