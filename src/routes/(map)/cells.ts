import type { Day } from '#lib/base/day/day.ts';
import { formatShortPreciseDay } from '#lib/base/day/format-precise.ts';
import { formatNumber, formatShare } from '#lib/base/i18n/numbers.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What a cell says when there is nothing to say. */
const none = () => m.view_list_none();

/** A day for a narrow column: "1 jul 2019", or no more of it than is known. */
export function shortDay(day: Day | null, precision: DatePrecision = 'day'): string {
	if (day === null) return none();
	return formatShortPreciseDay(day, precision, getLocale());
}

export const numberOrNone = (value: number | null) =>
	value === null ? none() : formatNumber(value);
export const shareOrNone = (value: number | null) => (value === null ? none() : formatShare(value));
