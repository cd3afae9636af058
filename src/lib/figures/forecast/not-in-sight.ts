import { countedText } from '#lib/base/measure/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { notInSight } from './completeness.ts';
import type { AreaForecast } from './forecast.ts';

/** What will not be complete with what is planned, per measure; null when everything is planned. */
export function notInSightSentence(area: AreaForecast): string | null {
	const parts = notInSight(area).map(({ measure, missing }) => countedText(missing, measure));
	if (parts.length === 0) return null;
	const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
	return m.forecast_not_in_sight({ parts: list.format(parts) });
}
