import type { Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { DUTY_KINDS, type DutyKind } from './accountability.ts';
import { FIRST_YEAR, LAST_YEAR } from './read-entry-form.ts';

const LONGEST_SOURCE = 500;

/** What was filled in of a last day; without a day none holds any more. */
export interface FilledDue {
	kind: DutyKind;
	year: number;
	dueOn: Day | null;
	source: string;
}

export type DueReading = { said: FilledDue; errors?: never } | { said?: never; errors: Errors };

/** Reads the form: all of it, or everything that is wrong, in the order of the form. */
export function readDueForm(given: (name: string) => string): DueReading {
	const errors: Errors = {};
	const kind = DUTY_KINDS.find((one) => one === given('kind'));
	if (!kind) errors.kind = m.grant_problem_choose();
	const year = /^\d{4}$/.test(given('year').trim()) ? Number(given('year')) : 0;
	if (year < FIRST_YEAR || year > LAST_YEAR) errors.year = m.grant_problem_year();
	const typed = given('dueOn').trim();
	const dueOn = typed === '' ? null : readDay(typed);
	if (typed !== '' && dueOn === null) errors.dueOn = m.update_problem_not_a_day();
	else if (dueOn !== null && dueOn <= `${year}-12-31`) errors.dueOn = m.grant_due_problem_after();
	const source = given('source').trim();
	if (source.length === 0 || source.length > LONGEST_SOURCE)
		errors.source = m.grant_due_problem_source({ count: LONGEST_SOURCE });
	if (Object.keys(errors).length > 0 || !kind) return { errors };
	return { said: { kind, year, dueOn, source } };
}
