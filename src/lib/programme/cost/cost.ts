/** What a library spends money on for its information points; a constraint of the database has the same list. */
export const COST_CATEGORIES = [
	'personeel',
	'inrichting',
	'ict',
	'marketing',
	'scholing',
	'overig'
] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** What is meant to be spent, and what was. */
export const COST_KINDS = ['begroot', 'werkelijk'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** Amounts in whole cents by category; null of which nothing is known. */
export type CostAmounts = Readonly<Record<CostCategory, number | null>>;

/** What is known of the costs of a library in a year. */
export type YearCosts = Readonly<Record<CostKind, CostAmounts>>;

/** The most that one category of one library can cost in a year; more is a typing error. */
export const MOST_CENTS = 500_000_000;

/** The first year of the programme. */
export const FIRST_COST_YEAR = 2019;

export const noAmounts = (): Record<CostCategory, number | null> => ({
	...{ personeel: null, inrichting: null, ict: null },
	...{ marketing: null, scholing: null, overig: null }
});

/** The years of which costs can be recorded on `today`: up to next year, of which there is a budget; the last first. */
export function costYears(today: string): number[] {
	const last = Number(today.slice(0, 4)) + 1;
	return Array.from({ length: Math.max(0, last - FIRST_COST_YEAR + 1) }, (_, ago) => last - ago);
}

/** Whether this kind can be said of a year: what was spent is not known of a year that has to begin. */
export const mayBeSaid = (kind: CostKind, year: number, today: string): boolean =>
	kind === 'begroot' || year <= Number(today.slice(0, 4));

/** All categories together; null when none of them is known. */
export function sumOfAmounts(amounts: CostAmounts): number | null {
	const known = COST_CATEGORIES.flatMap((category) => amounts[category] ?? []);
	return known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0);
}
