import { addDays, type Day } from '#lib/base/day/day.ts';
import type { HoursException, OpeningSchedule, Spell, Spells, WeekHours } from './hours.ts';

/** The hours of a day, and what makes them other than usual. */
export interface DayHours {
	spells: Spells;
	exception: HoursException | null;
}

/** How far ahead a next opening is looked for. */
const DAYS_AHEAD = 60;

/** Which of seven days it is, Monday first. */
export function weekdayIndex(day: Day): number {
	return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The hours of the week that hold on a day; null when they are not known. */
export function weekOn({ weeks }: OpeningSchedule, day: Day): WeekHours | null {
	return weeks.findLast(({ validFrom }) => validFrom <= day)?.week ?? null;
}

/** The hours of a day, exceptions considered; null when nothing is known of it. */
export function hoursOn(schedule: OpeningSchedule, day: Day): DayHours | null {
	const exception = schedule.exceptions.findLast(({ from, until }) => from <= day && day <= until);
	if (exception) return { spells: exception.spells, exception };
	const week = weekOn(schedule, day);
	return week && { spells: week.days[weekdayIndex(day)] ?? [], exception: null };
}

/** The spell that runs at a minute of a day; its last minute is over when it closes. */
export function spellAt(schedule: OpeningSchedule, day: Day, minute: number): Spell | null {
	const spells = hoursOn(schedule, day)?.spells ?? [];
	return spells.find(([from, to]) => from <= minute && minute < to) ?? null;
}

/** The first spell that begins after a minute of a day, within two months; null when there is none. */
export function nextOpening(
	schedule: OpeningSchedule,
	day: Day,
	minute: number
): { day: Day; spell: Spell; spells: Spells } | null {
	for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
		const on = addDays(day, ahead);
		const spells = hoursOn(schedule, on)?.spells ?? [];
		const spell = spells.find(([from]) => ahead > 0 || from > minute);
		if (spell) return { day: on, spell, spells };
	}
	return null;
}

/** Minutes open in a usual week: derived, never typed. */
export function weeklyMinutes({ days }: WeekHours): number {
	return days.flat().reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The exceptions that are not over on a day, the first one first. */
export function comingExceptions({ exceptions }: OpeningSchedule, day: Day): HoursException[] {
	return exceptions
		.filter(({ until }) => until >= day)
		.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

/** The day and minute in Amsterdam at a moment. */
export function localTime(moment: Date): { day: Day; minute: number } {
	const [day = '', time = ''] = CLOCK.format(moment).split(' ');
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return { day, minute: hours * 60 + minutes };
}

/** The day and minute in Amsterdam by the clock of this machine. */
export const localNow = () => localTime(new Date());

// Swedish writes dates as YYYY-MM-DD and hours from 00 to 23.
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
	...{ timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' },
	...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
});
