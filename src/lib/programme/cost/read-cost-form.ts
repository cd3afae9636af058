import type { Errors, Values } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { readEuros } from '#lib/programme/grant/course.ts';
import {
	COST_CATEGORIES,
	COST_KINDS,
	mayBeSaid,
	MOST_CENTS,
	noAmounts,
	type CostCategory,
	type CostKind,
	type YearCosts
} from './cost.ts';

/** The name of the field of an amount. */
export const costField = (category: CostCategory, kind: CostKind) => `${category}-${kind}`;

export type CostReading = { costs: YearCosts; errors?: never } | { errors: Errors; costs?: never };

/** What was filled in of a year: all of it, or everything that is wrong, in the order of the form. */
export function readCostForm(
	given: (name: string) => string,
	year: number,
	today: string
): CostReading {
	const errors: Errors = {};
	const costs = { begroot: noAmounts(), werkelijk: noAmounts() };
	for (const category of COST_CATEGORIES) {
		for (const kind of COST_KINDS) {
			const name = costField(category, kind);
			const typed = given(name).trim();
			if (typed === '') continue;
			const cents = readAmount(typed);
			if (!mayBeSaid(kind, year, today)) errors[name] = m.cost_problem_not_begun();
			else if (typeof cents === 'string') errors[name] = cents;
			else costs[kind][category] = cents;
		}
	}
	return Object.keys(errors).length > 0 ? { errors } : { costs };
}

/** An amount in cents, or what is wrong with it. */
export function readAmount(typed: string, most = MOST_CENTS): number | string {
	if (/^€?\s*[-−–]\s*€?\s*\d/.test(typed)) return m.cost_problem_negative();
	const cents = readEuros(typed);
	if (cents === null) return m.cost_problem_amount();
	return cents <= most ? cents : m.cost_problem_too_much();
}

/** An amount as it would be typed: "1250,50". */
export function typedAmount(cents: number | null): string {
	if (cents === null) return '';
	const rest = cents % 100;
	const euros = String(Math.floor(cents / 100));
	return rest === 0 ? euros : `${euros},${String(rest).padStart(2, '0')}`;
}

/** What is known, as it would have been typed. */
export function costValues(costs: YearCosts): Values {
	return Object.fromEntries(
		COST_CATEGORIES.flatMap((category) =>
			COST_KINDS.map((kind) => [costField(category, kind), typedAmount(costs[kind][category])])
		)
	);
}
