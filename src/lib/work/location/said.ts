import { formatDay } from '#lib/base/day/day.ts';
import type { WeekHours } from '#lib/network/opening-hours/hours.ts';
import { exceptionDays, spellsText, weekdayNames } from '#lib/network/opening-hours/hours-text.ts';
import type { ExceptionValue } from '#lib/network/opening-hours/schedule.ts';
import type { TraitRow } from '#lib/network/trait/trait.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a row about opening hours says, in words. */
export function hoursSaid(row: TraitRow, locale: string): string {
	if (row.trait === 'exception') {
		const { name, spells } = row.value as ExceptionValue;
		const days = exceptionDays(
			{ from: row.validFrom, until: row.validUntil ?? row.validFrom },
			locale
		);
		return m.opening_hours_said_exception({ days, hours: spellsText(spells, locale), name });
	}
	const from = formatDay(row.validFrom, locale);
	const week = row.value as WeekHours | null;
	return week
		? m.opening_hours_said_week({ from, week: weekText(week, locale) })
		: m.opening_hours_said_unknown({ from });
}

/** "maandag 9.00–17.00; dinsdag gesloten": days in a row with the same hours stand together. */
export function weekText({ days }: WeekHours, locale: string): string {
	const names = weekdayNames(locale).map((name) => (locale === 'en' ? name : name.toLowerCase()));
	const runs: { first: number; last: number; hours: string }[] = [];
	for (const [index, spells] of days.entries()) {
		const hours = spellsText(spells, locale);
		const run = runs.at(-1);
		if (run?.hours === hours) run.last = index;
		else runs.push({ first: index, last: index, hours });
	}
	return runs
		.map(({ first, last, hours }) => {
			const named = first === last ? names[first] : `${names[first]}–${names[last]}`;
			return `${named} ${hours}`;
		})
		.join('; ');
}
