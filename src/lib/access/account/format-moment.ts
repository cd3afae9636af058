import { formatterOf } from '#lib/base/day/formatter.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A moment as "31 januari 2022, 9.15 uur" would say it: in Amsterdam time, in the reader's language. */
export function formatMoment(moment: Date): string {
	const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' } as const;
	return formatterOf(getLocale(), options).format(moment);
}
