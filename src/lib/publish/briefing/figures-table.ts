import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { missingIn, type AreaReach } from '#lib/figures/forecast/completeness.ts';
import { notInSightSentence } from '#lib/figures/forecast/not-in-sight.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { countText, MEASURE_TEXTS } from '#lib/base/measure/labels.ts';
import { PROGRESS_MEASURES, type ProgressMeasure } from '#lib/base/measure/measure.ts';
import { countedOf } from '#lib/figures/progress/tiles.ts';
import type { DocumentRow, DocumentTable } from './document.ts';
import type { Briefing } from './types.ts';

const shortDay = (day: Day) => formatShortDay(day, getLocale());

/** The headline figures: now, by the first plan, since two earlier days, and when all will be open. */
export function figuresTable(briefing: Briefing): DocumentTable {
	const { quarter, year, forecast } = briefing;
	const column = (label: string, numeric = true) => ({ label, numeric });
	return {
		id: 'kerncijfers',
		title: m.briefing_figures_title(),
		summary: forecast ? (notInSightSentence(forecast.measures) ?? '') : '',
		columns: [
			column(m.briefing_column_what(), false),
			column(m.briefing_column_now()),
			column(m.briefing_column_total()),
			// When it is complete is asked first, also where a table is a list of cards.
			column(m.briefing_column_missing()),
			column(m.briefing_column_likely()),
			column(m.briefing_column_sure()),
			column(m.briefing_column_planned()),
			column(m.briefing_column_since({ date: shortDay(quarter.on) })),
			column(m.briefing_column_since({ date: shortDay(year.on) }))
		],
		rows: PROGRESS_MEASURES.map((measure) => figureRow(briefing, measure)),
		rest: null
	};
}

function figureRow(
	{ headline, quarter, year, forecast }: Briefing,
	measure: ProgressMeasure
): DocumentRow {
	const { fact, total, planned } = countedOf(headline, measure);
	const since = (earlier: Briefing['quarter']) =>
		signed(fact - countedOf(earlier.headline, measure).fact, measure);
	const now = countText(fact, measure);
	return {
		cells: [
			MEASURE_TEXTS[measure].label(),
			total === null ? now : `${now} (${formatShare(shareOf(fact, total))})`,
			total === null ? '–' : countText(total, measure),
			...(forecast === null ? ['–', '–', '–'] : expectedCells(forecast, measure)),
			planned === null ? '–' : formatNumber(planned),
			since(quarter),
			since(year)
		],
		href: null
	};
}

/** "+12", "−3" or "0". */
export function signed(difference: number, measure: ProgressMeasure): string {
	const count = countText(Math.abs(difference), measure);
	if (difference === 0) return count;
	return difference > 0 ? `+${count}` : `−${count}`;
}

/** What nothing is planned for; then the two days of what is: or that it is so already, or too far away. */
function expectedCells(forecast: AreaReach, measure: ProgressMeasure): string[] {
	const { complete } = forecast.measures[measure];
	const missing = missingIn(forecast, measure);
	const first = missing === null ? '–' : countText(missing, measure);
	if (complete === null) {
		// With something missing, what is planned being there does not mean that it is done.
		const there = missing ? '–' : m.briefing_reached();
		return [first, there, there];
	}
	const text = (on: Day | null) => (on === null ? m.briefing_later() : shortDay(on));
	return [first, text(complete.likelyOn), text(complete.sureOn)];
}
