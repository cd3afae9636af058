import type { FigureDefinition } from '#lib/base/charts/figure.ts';
import { daysBetween, formatDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { LateMark } from './types.ts';

/** "binnen 24 dagen", or "nog dezelfde dag". */
export const withinText = (days: number): string =>
	days === 0 ? m.late_within_same_day() : m.late_within({ count: days });

/** Says which days are probably incomplete, and by what that is measured. */
export function markSentence({ delay, ofCountry, from, to }: LateMark): string {
	if (delay.usual === null) return m.late_unknown();
	const date = formatDay(to, getLocale());
	const within = withinText(delay.usual);
	const sentence =
		from === null
			? m.late_complete({ date, within })
			: m.late_incomplete({ count: daysBetween(from, to) + 1, date, within });
	return ofCountry ? `${sentence} ${m.late_of_country()}` : sentence;
}

export const lateDefinition = (): FigureDefinition => ({
	anchor: 'meldtijd',
	about: m.late_word()
});
