import { formatDay, type Day } from '#lib/day/day.ts';
import { isRealised, type PointLedger } from '#lib/information-point/information-point.ts';
import { openingDays, type OpeningDays } from '#lib/information-point/opening-days.ts';
import { slipText } from '#lib/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';

/** The library in one or two sentences of plain Dutch (or English), for `day`. */
export function librarySummary(
	name: string,
	points: readonly PointLedger[],
	day: Day,
	locale: string
): string {
	const date = formatDay(day, locale);
	const total = points.length;
	if (total === 0) return m.dossier_library_none({ name, date });
	const open = points.filter(isRealised).length;
	const counts =
		total > 1
			? m.dossier_library_points({ count: open, name, date, open, total })
			: open === 1
				? m.dossier_library_point_open({ name, date })
				: m.dossier_library_point_not_open({ name, date });
	return `${counts} ${openingSentence(openingDays(points), locale)}`.trim();
}

function openingSentence(days: OpeningDays, locale: string): string {
	if (days.openedOn !== null) {
		const date = formatDay(days.openedOn, locale);
		if (days.slipDays === null) return m.dossier_first_opened({ date });
		if (days.slipDays === 0) return m.dossier_first_opened_on_plan({ date });
		return m.dossier_first_opened_slip({ date, slip: slipText(days.slipDays) });
	}
	if (days.nextPlanOn === null) return '';
	const planned = m.dossier_first_planned({ date: formatDay(days.nextPlanOn, locale) });
	if (days.firstPlanOn === null || days.firstPlanOn === days.nextPlanOn) return planned;
	return `${planned} ${m.dossier_behind_days_sentence({ date: formatDay(days.firstPlanOn, locale) })}`;
}
