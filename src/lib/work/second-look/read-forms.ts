import { addDays, formatDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { FARTHEST_DAYS, LONGEST_REASON, LOOK_FIELDS, type LookField } from './second-look.ts';

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

function reasonError(reason: string): string | null {
	if (reason === '') return m.second_look_problem_reason();
	return reason.length > LONGEST_REASON
		? m.second_look_problem_reason_long({ count: LONGEST_REASON })
		: null;
}

/** Why openings of a province are no longer looked at, as typed. */
export function readReason(form: FormData): { reason: string } | { errors: Errors } {
	const reason = textOf(form, 'reason');
	const error = reasonError(reason);
	return error === null ? { reason } : { errors: { reason: error } };
}

/** From which day on openings of a province are looked at, and why; everything that is wrong at once. */
export function readRule(
	form: FormData,
	today: Day
): { fromOn: Day; reason: string } | { errors: Errors } {
	const fromOn = readDay(textOf(form, 'fromOn'));
	const first = addDays(today, -FARTHEST_DAYS);
	const last = addDays(today, FARTHEST_DAYS);
	const errors: Errors = {};
	if (fromOn === null || fromOn < first || fromOn > last) {
		const days = { first: formatDay(first, getLocale()), last: formatDay(last, getLocale()) };
		errors.fromOn = m.second_look_problem_from(days);
	}
	const read = readReason(form);
	if ('errors' in read) return { errors: { ...errors, ...read.errors } };
	return fromOn === null || errors.fromOn ? { errors } : { fromOn, ...read };
}

type ReadVerdict = { field: LookField } & (
	{ verdict: 'approved' } | { verdict: 'returned'; reason: string }
);

/** What is said of each field that a form tells of; fields without an answer stay as they are. */
export function readVerdicts(
	form: FormData
): { fields: ReadVerdict[]; errors?: never } | { errors: Errors } {
	const errors: Errors = {};
	const fields: ReadVerdict[] = [];
	for (const field of LOOK_FIELDS) {
		const verdict = textOf(form, `verdict.${field}`);
		const reason = textOf(form, `reason.${field}`);
		if (verdict === 'approved') fields.push({ field, verdict });
		if (verdict !== 'returned') continue;
		const error = reasonError(reason);
		if (error === null) fields.push({ field, verdict, reason });
		else errors[`reason.${field}`] = error;
	}
	if (Object.keys(errors).length > 0) return { errors };
	if (fields.length === 0) return { errors: { 'verdict.day': m.second_look_problem_nothing() } };
	return { fields };
}
