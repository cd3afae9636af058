import { addDays, isDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { isEmptyCell, type Cell } from './spreadsheet.ts';

/** In which order a file writes the day and the month of dates such as 3/4/2021. */
export type DayOrder = 'day_first' | 'month_first';

/** A day from a cell: `ambiguous` is asked about, because either order makes a day of it. */
export type ReadDayCell = { day: Day | null } | { ambiguous: [Day, Day] } | { unreadable: string };

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

/**
 * The day of a cell: a real day, its number in either date system, or a text as people write it.
 * Digits with slashes are written in both orders; where both make a day the file's `order` decides.
 */
export function readDayCell(
	cell: Cell | undefined,
	{ from1904, order }: { from1904: boolean; order: DayOrder | null }
): ReadDayCell {
	if (cell === undefined || isEmptyCell(cell)) return { day: null };
	if (typeof cell === 'object') return { day: cell!.day };
	if (typeof cell === 'number') return dayOfNumber(cell, from1904);
	if (typeof cell === 'boolean') return { unreadable: cellText(cell) };
	const text = cell.trim();
	const slashed = SLASHED.exec(text);
	if (slashed) return daySlashed(text, slashed, order);
	// A time behind the day, as exports of databases have it, says nothing of the day.
	const day = readDay(text) ?? readDay(text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, ''));
	if (day !== null) return { day };
	return /^\d{5}$/.test(text) ? dayOfNumber(Number(text), from1904) : { unreadable: text };
}

function daySlashed(text: string, match: RegExpExecArray, order: DayOrder | null): ReadDayCell {
	const [, first = '', second = '', year = ''] = match;
	const dayFirst = readDay(`${first}-${second}-${year}`);
	const monthFirst = readDay(`${second}-${first}-${year}`);
	if (dayFirst && monthFirst && dayFirst !== monthFirst) {
		if (order === null) return { ambiguous: [dayFirst, monthFirst] };
		return { day: order === 'day_first' ? dayFirst : monthFirst };
	}
	const day = dayFirst ?? monthFirst;
	return day === null ? { unreadable: text } : { day };
}

/** Spreadsheets count the 29th of February 1900, which was not there. */
const DAY_ZERO_1900 = '1899-12-30';
const DAY_ZERO_1904 = '1904-01-01';
/** Numbers below and above are no days of this century; a year or an amount was meant. */
const FIRST_NUMBER = 30_000;
const LAST_NUMBER = 80_000;

function dayOfNumber(number: number, from1904: boolean): ReadDayCell {
	if (number < FIRST_NUMBER || number > LAST_NUMBER) return { unreadable: cellText(number) };
	const day = addDays(from1904 ? DAY_ZERO_1904 : DAY_ZERO_1900, Math.floor(number));
	return isDay(day) ? { day } : { unreadable: cellText(number) };
}

/** What a cell says, as a text without spaces around it; empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
	if (cell === undefined || cell === null) return '';
	if (typeof cell === 'object') return cell.day;
	return String(cell).trim();
}

/** A whole number, also typed as a text or with a decimal comma; null for anything else. */
export function readIntegerCell(cell: Cell | undefined): number | null {
	if (typeof cell !== 'number' && typeof cell !== 'string') return null;
	const text = String(cell).trim().replace(',', '.');
	return /^-?\d{1,15}(\.0*)?$/.test(text) ? Number(text) : null;
}
