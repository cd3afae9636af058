import { earliestDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { cellText, readDayCell, type ReadDayCell } from './cell-values.ts';
import type { Cell } from './spreadsheet.ts';

/** How exactly a day of a file is known. */
export type Vagueness = 'day' | 'month' | 'year';

export type ReadVagueDay =
	{ day: Day | null; precision: Vagueness } | Exclude<ReadDayCell, { day: Day | null }>;

/** Spreadsheets make a day of a month; only a text or a bare year says less than a day. */
const YEAR = /^(?:in\s+)?(20\d\d)$/i;
const MONTH_IN_DIGITS = /^(?:(20\d\d)[-/](\d{1,2})|(\d{1,2})[-/](20\d\d))$/;
const MONTH_IN_WORDS = /^(?:in\s+)?(\p{L}+)\.?\s+(20\d\d)$/iu;

/**
 * A day that may be known by its year or month only: "2021", "2021-09", "09-2021", "september 2021".
 * It stands for the last day that it can mean, today at the latest: from then on it is certain.
 */
export function readVagueDay(
	cell: Cell | undefined,
	choices: Parameters<typeof readDayCell>[1] & { today: Day }
): ReadVagueDay {
	const text = cellText(cell);
	const until = (day: Day) => earliestDay([day, choices.today]) ?? day;
	const year = YEAR.exec(text)?.[1];
	if (year) return { day: latest(`${year}-12-31`, year, until), precision: 'year' };
	const month = monthOf(text);
	if (month) return { day: latest(lastDayOf(month), month, until), precision: 'month' };
	const read = readDayCell(cell, choices);
	return 'day' in read ? { ...read, precision: 'day' } : read;
}

/** A period that is still to begin is left as it is, to be refused as a day to come. */
const latest = (last: Day, period: string, until: (day: Day) => Day): Day =>
	until(last).startsWith(period) ? until(last) : last;

function monthOf(text: string): string | null {
	const digits = MONTH_IN_DIGITS.exec(text);
	const words = MONTH_IN_WORDS.exec(text);
	const first = digits
		? readDay(`1-${digits[2] ?? digits[3]}-${digits[1] ?? digits[4]}`)
		: words && readDay(`1 ${words[1]} ${words[2]}`);
	return first?.slice(0, 7) ?? null;
}

function lastDayOf(month: string): Day {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
