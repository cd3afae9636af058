import { addDays, formatDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { LONGEST_EXCEPTION_DAYS, LONGEST_REASON } from './quarter-lock.ts';

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

function reasonError(reason: string): string | null {
	if (reason === '') return m.quarter_lock_problem_reason();
	return reason.length > LONGEST_REASON
		? m.quarter_lock_problem_reason_long({ count: LONGEST_REASON })
		: null;
}

/** Why a quarter is locked or opened again, as typed. */
export function readReason(form: FormData): { reason: string } | { errors: Errors } {
	const reason = textOf(form, 'lockReason');
	const error = reasonError(reason);
	return error === null ? { reason } : { errors: { lockReason: error } };
}

/** Who may record all the same, until when and why, as typed; everything that is wrong at once. */
export function readException(
	form: FormData,
	recorders: readonly { id: string }[],
	today: Day
): { userId: string; until: Day; reason: string } | { errors: Errors } {
	const errors: Errors = {};
	const userId = textOf(form, 'userId');
	if (!recorders.some(({ id }) => id === userId)) errors.userId = m.quarter_lock_problem_user();
	const until = readDay(textOf(form, 'until'));
	const last = addDays(today, LONGEST_EXCEPTION_DAYS);
	if (until === null || until < today || until > last) {
		const days = { first: formatDay(today, getLocale()), last: formatDay(last, getLocale()) };
		errors.until = m.quarter_lock_problem_until(days);
	}
	const reason = textOf(form, 'reason');
	const unreasoned = reasonError(reason);
	if (unreasoned !== null) errors.reason = unreasoned;
	return until === null || Object.keys(errors).length > 0 ? { errors } : { userId, until, reason };
}
