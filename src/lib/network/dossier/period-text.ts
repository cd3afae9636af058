import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { FOREVER, formatDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';

/** A dated interval in words: "van 1 januari 2021 tot 24 maart 2022", "sinds …", "hele periode". */
export function periodText(validFrom: Day, validTo: Day, locale: string): string {
	const fromStart = validFrom <= FIRST_DAY;
	if (validTo === FOREVER) {
		return fromStart ? m.dossier_always() : m.dossier_since({ date: formatDay(validFrom, locale) });
	}
	const to = formatDay(validTo, locale);
	return fromStart
		? m.dossier_until({ date: to })
		: m.dossier_between({ from: formatDay(validFrom, locale), to });
}
