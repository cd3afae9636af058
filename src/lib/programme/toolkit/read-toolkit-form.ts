import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors, Values } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { FIRST_TOOLKIT_DAY, ITEM_STATES, type ItemSaid, type ToolkitSaid } from './toolkit.ts';

/** The name of the field of an item. */
export const itemField = (code: string, field: 'state' | 'onDay') => `${field}-${code}`;

export type ToolkitReading =
	{ said: ToolkitSaid; errors?: never } | { errors: Errors; said?: never };

/** What was filled in of each item: all of it, or everything that is wrong, in the order of the form. */
export function readToolkitForm(
	given: (name: string) => string,
	codes: readonly string[],
	today: Day
): ToolkitReading {
	const errors: Errors = {};
	const said: Record<string, ItemSaid | null> = {};
	for (const code of codes) said[code] = readItem(given, code, today, errors);
	return Object.keys(errors).length > 0 ? { errors } : { said };
}

function readItem(
	given: (name: string) => string,
	code: string,
	today: Day,
	errors: Errors
): ItemSaid | null {
	const [stateField, dayField] = [itemField(code, 'state'), itemField(code, 'onDay')];
	const [chosen, typed] = [given(stateField).trim(), given(dayField).trim()];
	if (chosen === '' && typed === '') return null;
	const state = ITEM_STATES.find((one) => one === chosen);
	if (!state) errors[stateField] = m.toolkit_problem_state();
	const onDay = typed === '' ? null : readDay(typed);
	if (typed === '') errors[dayField] = m.toolkit_problem_day_missing();
	else if (onDay === null) errors[dayField] = m.update_problem_not_a_day();
	else if (onDay > today) errors[dayField] = m.update_problem_in_future();
	else if (onDay < FIRST_TOOLKIT_DAY) errors[dayField] = m.toolkit_problem_too_early();
	return state && onDay !== null ? { state, onDay } : null;
}

/** What is known, as it would have been filled in. */
export function toolkitValues(said: ToolkitSaid): Values {
	return Object.fromEntries(
		Object.entries(said).flatMap(([code, item]) => [
			[itemField(code, 'state'), item?.state ?? ''],
			[itemField(code, 'onDay'), item ? formatShortDay(item.onDay, getLocale()) : '']
		])
	);
}
