import { isDay, type Day } from './day.ts';

/** The months, Dutch and English; three are enough to tell them apart. */
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

/** From Sunday on, Dutch and English; two letters are enough to tell them apart. */
const WEEKDAYS: readonly (readonly string[])[] = [
	['zondag', 'sunday'],
	['maandag', 'monday'],
	['dinsdag', 'tuesday'],
	['woensdag', 'wednesday'],
	['donderdag', 'thursday'],
	['vrijdag', 'friday'],
	['zaterdag', 'saturday']
];

const IN_DIGITS =
	/^(?<day>\d{1,2})(?:\s*[-/.]\s*|\s+)(?<month>\d{1,2})(?:\s*[-/.]\s*|\s+)['’]?(?<year>\d{4}|\d{2})$/;
const DAY_FIRST =
	/^(?<day>\d{1,2})(?:(?:ste|de|e|st|nd|rd|th)(?![a-z]))?[\s.-]*(?<month>[a-z]{3,})[.,]?[\s-]*['’]?(?<year>\d{4}|\d{2})$/;
const MONTH_FIRST =
	/^(?<month>[a-z]{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)['’]?(?<year>\d{4}|\d{2})$/;
const WITH_WEEKDAY = /^(?<weekday>[a-z]{2,})[.,]*\s+(?<rest>.*\d.*)$/;

/**
 * A day as people write it: `2021-12-31` (what a date field sends), `31-12-2021`, `31/12/21`,
 * `31.12.2021`, `31 dec 2021`, `vrijdag 31 december 2021`, `1e januari '22`, `January 1st, 2022`. In
 * digits the day comes before the month, as in Dutch; two digits of a year are of this century. Null
 * for anything else, also for a day that does not exist or is another weekday than it says.
 */
export function readDay(text: string): Day | null {
	const { day, weekday } = readWritten(text);
	return day !== null && (weekday === null || weekday === weekdayOf(day)) ? day : null;
}

/** The day of a text that names another weekday than that day is, which {@link readDay} refuses. */
export function dayOfOtherWeekday(text: string): Day | null {
	return readDay(text) === null ? readWritten(text).day : null;
}

function readWritten(text: string): { day: Day | null; weekday: number | null } {
	const written = text.trim().toLowerCase();
	const named = WITH_WEEKDAY.exec(written)?.groups;
	const weekday = named?.weekday ? numberOf(named.weekday, WEEKDAYS) : null;
	return { day: readDate(weekday === null ? written : (named?.rest ?? '')), weekday };
}

function readDate(written: string): Day | null {
	if (isDay(written)) return written;
	const match = IN_DIGITS.exec(written) ?? DAY_FIRST.exec(written) ?? MONTH_FIRST.exec(written);
	const { day, month, year } = match?.groups ?? {};
	if (!day || !month || !year) return null;
	const at = /^\d/.test(month) ? Number(month) - 1 : numberOf(month, MONTHS);
	if (at === null) return null;
	const iso = `${year.length === 2 ? `20${year}` : year}-${two(at + 1)}-${two(Number(day))}`;
	return isDay(iso) ? iso : null;
}

/** Which of the names begins with this word. */
function numberOf(word: string, names: readonly (readonly string[])[]): number | null {
	const at = names.findIndex((same) => same.some((name) => name.startsWith(word)));
	return at < 0 ? null : at;
}

const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();

const two = (number: number) => String(number).padStart(2, '0');
