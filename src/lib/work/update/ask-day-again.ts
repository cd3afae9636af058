import type { Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors, Values } from '#lib/base/form/read-form.ts';
import { isDayOfMaking } from './event-values.ts';
import { problemText } from './problem-text.ts';

/**
 * The error of a day with which a form of an earlier day began, and the same form as one of today, so
 * that sending it again is an answer. Nothing of a form that was made today.
 */
export function askDayAgain(
	typed: Values,
	name: string,
	today: Day
): { values: Values; errors: Errors } | null {
	const madeOn = readDay(typed.madeOn ?? '');
	if (!isDayOfMaking(readDay(typed[name] ?? ''), madeOn, today)) return null;
	return {
		values: { ...typed, madeOn: today },
		errors: { [name]: problemText('another_day') }
	};
}
