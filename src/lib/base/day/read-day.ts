import { isDay, type Day } from './day.ts';

/** The first letters of the months, Dutch and English; three are enough to tell them apart. */
const MONTHS: readonly (readonly string[])[] = [
	['januari', 'january'],
	['februari', 'february'],
	['maart', 'mrt', 'march'],
	['april'],
	['mei', 'may'],
	['juni', 'june'],
	['juli', 'july'],
	['augustus', 'august'],
	['september', 'sept'],
	['oktober', 'october'],
	['november'],
	['december']
];

const IN_DIGITS = /^(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{4}|\d{2})$/;
const WITH_NAME = /^(\d{1,2})[\s.-]*([a-z]{3,})\.?[\s-]*(\d{4}|\d{2})$/;

/**
 * A day as people write it: `2021-12-31` (what a date field sends), `31-12-2021`, `31/12/21`,
 * `31.12.2021`, `31 dec 2021`, `31 december 2021`. The day comes before the month, as in Dutch; two
 * digits of a year are of this century. Null for anything else, also for a day that does not exist.
 */
export function readDay(text: string): Day | null {
	const written = text.trim().toLowerCase();
	if (isDay(written)) return written;
	const [, day, month, year] = IN_DIGITS.exec(written) ?? WITH_NAME.exec(written) ?? [];
	if (!day || !month || !year) return null;
	const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
	if (number === null) return null;
	const iso = `${year.length === 2 ? `20${year}` : year}-${two(number)}-${two(Number(day))}`;
	return isDay(iso) ? iso : null;
}

const two = (number: number) => String(number).padStart(2, '0');

function monthNamed(word: string): number | null {
	const at = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
	return at < 0 ? null : at + 1;
}
