import { readDay } from '#lib/base/day/read-day.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { ENTRY_KINDS, hasNoAmount, readEuros, type EntryKind } from './course.ts';

export const LONGEST_GRANT_NOTE = 500;
export const FIRST_YEAR = 2019;
export const LAST_YEAR = 2030;

/** What was filled in of an entry. */
export interface FilledEntry {
	kind: EntryKind;
	libraryIds: number[];
	scheme: string;
	year: number;
	onDay: Day;
	amountCents: number | null;
	note: string | null;
}

export type EntryReading = { said: FilledEntry; errors?: never } | { said?: never; errors: Errors };

/** Reads the form: all of it, or everything that is wrong, in the order of the form. */
export function readEntryForm(
	given: (name: string) => string,
	chosenLibraries: readonly string[],
	schemes: readonly { code: string }[]
): EntryReading {
	const errors: Errors = {};
	const kind = ENTRY_KINDS.find((one) => one === given('kind'));
	if (!kind) errors.kind = m.grant_problem_choose();
	const libraryIds = chosenLibraries.filter((id) => /^\d{1,9}$/.test(id)).map(Number);
	if (libraryIds.length === 0) errors.libraries = m.grant_problem_libraries();
	else if (libraryIds.length > 1 && kind !== 'application')
		errors.libraries = m.grant_problem_one_library();
	const scheme = schemes.find(({ code }) => code === given('scheme'))?.code;
	if (!scheme) errors.scheme = m.grant_problem_choose();
	const year = /^\d{4}$/.test(given('year').trim()) ? Number(given('year')) : 0;
	if (year < FIRST_YEAR || year > LAST_YEAR) errors.year = m.grant_problem_year();
	const onDay = readDay(given('onDay').trim());
	if (onDay === null) errors.onDay = m.update_problem_not_a_day();
	const amountCents = readAmount(kind, given('amount').trim(), errors);
	const note = given('note').trim();
	if (note.length > LONGEST_GRANT_NOTE)
		errors.note = m.grant_problem_note({ count: LONGEST_GRANT_NOTE });
	if (Object.keys(errors).length > 0 || !kind || !scheme || onDay === null) return { errors };
	return { said: { kind, libraryIds, scheme, year, onDay, amountCents, note: note || null } };
}

function readAmount(kind: EntryKind | undefined, typed: string, errors: Errors): number | null {
	if (kind && hasNoAmount(kind)) {
		if (typed !== '') errors.amount = m.grant_problem_amount_left();
		return null;
	}
	const cents = readEuros(typed);
	if (kind && cents === null) errors.amount = m.grant_problem_amount();
	return cents;
}
