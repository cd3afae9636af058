import type { DatePrecision } from '#lib/ledger/event/event.ts';
import { formatDay, formatShortDay, type Day } from './day.ts';
import { formatterOf } from './formatter.ts';

function format(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
	return formatterOf(locale, { ...options, timeZone: 'UTC' }).format(
		Date.parse(`${day}T00:00:00Z`)
	);
}

/** A day no more exactly than it is known: "24 juni 2021", "juni 2021" or "2021". */
export function formatPreciseDay(day: Day, precision: DatePrecision, locale: string): string {
	if (precision === 'year') return day.slice(0, 4);
	if (precision === 'month') return format(day, locale, { month: 'long', year: 'numeric' });
	return formatDay(day, locale);
}

/** As {@link formatPreciseDay}, for in a table: "24 jun 2021", "jun 2021" or "2021". */
export function formatShortPreciseDay(day: Day, precision: DatePrecision, locale: string): string {
	if (precision === 'month') return format(day, locale, { month: 'short', year: 'numeric' });
	return precision === 'year' ? day.slice(0, 4) : formatShortDay(day, locale);
}

/** How exactly a day is known, as files and answers say it. */
export const PRECISION_WORDS = {
	day: 'dag',
	month: 'maand',
	year: 'jaar'
} as const satisfies Record<DatePrecision, string>;
