import { formatDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { hasEnded, parseQuarter, type Quarter } from '#lib/base/as-of/quarter.ts';

/** Names of the fields, in the address of the confirmation and in its form. */
export const FREEZE_FIELDS = { quarter: 'kwartaal', knownOn: 'bekendOp', seen: 'gezien' } as const;

export type FreezeChoice =
	| { quarter: Quarter; knownOn: Day; errors?: never }
	| { quarter: Quarter | null; knownOn?: never; errors: Errors };

/** What to freeze, as typed: a quarter that is over, and a day from its end up to today (which is the default). */
export function readFreezeChoice(
	values: { get(name: string): FormDataEntryValue | null },
	today: Day
): FreezeChoice {
	const quarter = parseQuarter(text(values.get(FREEZE_FIELDS.quarter)));
	if (!quarter || !hasEnded(quarter, today))
		return { quarter: null, errors: { [FREEZE_FIELDS.quarter]: m.edition_problem_quarter() } };
	const knownOn = readDay(text(values.get(FREEZE_FIELDS.knownOn)) || today);
	if (knownOn !== null && knownOn >= quarter.end && knownOn <= today) return { quarter, knownOn };
	const inWords = (day: Day) => formatDay(day, getLocale());
	const problem = m.edition_problem_known({ from: inWords(quarter.end), to: inWords(today) });
	return { quarter, errors: { [FREEZE_FIELDS.knownOn]: problem } };
}

const text = (value: FormDataEntryValue | null): string =>
	typeof value === 'string' ? value.trim() : '';
