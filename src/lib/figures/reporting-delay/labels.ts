import type { FigureDefinition } from '#lib/base/charts/figure.ts';
import { daysBetween, formatDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { IncompleteDays } from './types.ts';

/** "binnen 24 dagen", or "nog dezelfde dag". */
export const withinText = (days: number): string =>
	days === 0 ? m.reporting_delay_within_same_day() : m.reporting_delay_within({ count: days });

/** Says which days are probably incomplete, and by what that is measured. */
export function markSentence({ delay, ofCountry, from, to }: IncompleteDays): string {
	if (delay.usual === null) return m.reporting_delay_unknown();
	const date = formatDay(to, getLocale());
	const within = withinText(delay.usual);
	const sentence =
		from === null
			? m.reporting_delay_complete({ date, within })
			: m.reporting_delay_incomplete({ count: daysBetween(from, to) + 1, date, within });
	return ofCountry ? `${sentence} ${m.reporting_delay_of_country()}` : sentence;
}

export const reportingDelayDefinition = (): FigureDefinition => ({
	anchor: 'meldtijd',
	about: m.reporting_delay_word()
});
