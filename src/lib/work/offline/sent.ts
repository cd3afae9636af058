import { addDays, type Day } from '#lib/base/day/day.ts';

/** The fields that a browser adds to an entry which it can send again. */
export const SENT_FIELDS = {
	/** By which the server knows an entry that it has had; in a form of several lines behind it the line. */
	key: 'entryKey',
	/** When it was made, of an entry that had to wait. */
	madeAt: 'entryMadeAt',
	/** The account that it was made with, as the server calls that to the browser. */
	account: 'entryFor'
} as const;

/** The key of a line: `entryKey.b12-training`. */
export const lineKeyField = (line: string): string => `${SENT_FIELDS.key}.${line}`;

/** What the server knows an entry by that may come again. */
export interface Sent {
	key: string;
	/** When it was made, of an entry that had to wait; a moment of the browser's clock. */
	madeAt: Date | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A key as a browser makes it; null for anything else. */
export const readKey = (text: FormDataEntryValue | null): string | null =>
	typeof text === 'string' && UUID.test(text) ? text : null;

/** The moment at which a waiting entry was made; null for none, and for what is no moment. */
export function readMadeAt(text: FormDataEntryValue | null): Date | null {
	if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return null;
	const moment = new Date(text);
	return Number.isNaN(moment.getTime()) ? null : moment;
}

/** Who was away longer has a clock that is wrong, or has to look again. */
const LONGEST_WAIT = 60;

/**
 * The day that "today" was when a waiting entry was made on `day`, by the browser's clock: that day, or
 * today where the clock cannot be right. `pageOn` is the day of the page that it was made on.
 */
export function dayOfEntry(day: Day | null, pageOn: Day | null, today: Day): Day {
	if (day === null || day > today || day < addDays(today, -LONGEST_WAIT)) return today;
	return pageOn !== null && day < pageOn ? today : day;
}
