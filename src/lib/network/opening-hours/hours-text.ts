import { addDays, daysBetween, formatDay, formatWeekday, type Day } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { HoursException, HoursKind, OpeningSchedule, Spell, Spells } from './hours.ts';
import { hoursOn, nextOpening, spellAt } from './hours-on.ts';

const KINDS: Record<HoursKind, () => string> = {
	inloop: m.opening_hours_kind_inloop,
	spreekuur: m.opening_hours_kind_spreekuur,
	op_afspraak: m.opening_hours_kind_op_afspraak
};

export const kindLabel = (kind: HoursKind): string => KINDS[kind]();

/** "9.00", or in English "9:00". */
export function timeText(minute: number, locale: string): string {
	const minutes = String(minute % 60).padStart(2, '0');
	return `${Math.floor(minute / 60)}${locale === 'en' ? ':' : '.'}${minutes}`;
}

const spellText = ([from, to]: Spell, locale: string) =>
	`${timeText(from, locale)}–${timeText(to, locale)}`;

/** "9.00–12.00 en 13.00–17.00", as {@link readHours} reads it too; "gesloten" without spells. */
export function spellsText(spells: Spells, locale: string): string {
	if (spells.length === 0) return m.opening_hours_closed();
	return listText(
		spells.map((spell) => spellText(spell, locale)),
		locale
	);
}

/** "van 9.00 tot 12.00 en van 13.00 tot 17.00 uur", for in a sentence. */
export function spokenSpells(spells: Spells, locale: string): string {
	const parts = spells.map(([from, to]) =>
		m.opening_hours_from_to({ from: timeText(from, locale), to: timeText(to, locale) })
	);
	return m.opening_hours_spoken({ spells: listText(parts, locale) });
}

/** The names of the seven days, Monday first. */
export function weekdayNames(locale: string): string[] {
	return Array.from({ length: 7 }, (_, index) => {
		const name = formatWeekday(addDays('2024-01-01', index), locale);
		return name.charAt(0).toUpperCase() + name.slice(1);
	});
}

/** "21,5 uur". */
export function durationText(minutes: number): string {
	const hours = Math.round(minutes / 6) / 10;
	return m.opening_hours_duration({ count: hours, hours: formatNumber(hours) });
}

/** The days of an exception: "25 december 2021", or "25 december 2021 tot en met 2 januari 2022". */
export function exceptionDays(
	{ from, until }: Pick<HoursException, 'from' | 'until'>,
	locale: string
): string {
	const first = formatDay(from, locale);
	return from === until
		? `${formatWeekday(from, locale)} ${first}`
		: m.opening_hours_days({ from: first, until: formatDay(until, locale) });
}

/**
 * What the hours of a day say, whatever the time is; null when nothing is known of it. With a minute of
 * that day hours that are over are not told as if one could still go.
 */
export function todayText(
	schedule: OpeningSchedule,
	today: Day,
	locale: string,
	minute = -1
): string | null {
	const hours = hoursOn(schedule, today);
	if (!hours) return null;
	const why = hours.exception?.name;
	const isOver = hours.spells.length > 0 && hours.spells.every(([, to]) => to <= minute);
	if (hours.spells.length > 0 && !isOver) {
		const spells = spokenSpells(hours.spells, locale);
		return why
			? m.opening_hours_today_open_because({ spells, why })
			: m.opening_hours_today_open({ spells });
	}
	const closed = isOver
		? m.opening_hours_today_over()
		: why
			? m.opening_hours_today_closed_because({ why })
			: m.opening_hours_today_closed();
	const next = nextOpening(schedule, addDays(today, 1), -1);
	if (!next) return closed;
	const day = dayAhead(next.day, today, locale);
	return `${closed} ${m.opening_hours_next_day({ day, spells: spokenSpells(next.spells, locale) })}`;
}

/** Whether it is open at a minute of a day, and until when or when again; null when nothing is known. */
export function nowText(
	schedule: OpeningSchedule,
	{ day, minute }: { day: Day; minute: number },
	locale: string
): { open: boolean; text: string } | null {
	if (!hoursOn(schedule, day)) return null;
	const spell = spellAt(schedule, day, minute);
	if (spell)
		return { open: true, text: m.opening_hours_now_open({ to: timeText(spell[1], locale) }) };
	const next = nextOpening(schedule, day, minute);
	if (!next) return { open: false, text: m.opening_hours_now_closed() };
	const from = timeText(next.spell[0], locale);
	const text =
		next.day === day
			? m.opening_hours_now_closed_today({ from })
			: m.opening_hours_now_closed_until({ day: dayAhead(next.day, day, locale), from });
	return { open: false, text };
}

/** "morgen", "woensdag" within a week, else with its date. */
export function dayAhead(day: Day, today: Day, locale: string): string {
	const days = daysBetween(today, day);
	if (days === 1) return m.opening_hours_tomorrow();
	const weekday = formatWeekday(day, locale);
	return days < 7 ? weekday : `${weekday} ${formatDay(day, locale)}`;
}

function listText(parts: readonly string[], locale: string): string {
	return new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'nl-NL', { type: 'conjunction' }).format(
		parts
	);
}
