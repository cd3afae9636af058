import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import {
	countLocations,
	isOutsideLibrary,
	type InformationPoint,
	type PointLedger
} from '#lib/network/information-point/information-point.ts';
import { openingDays, type OpeningDays } from '#lib/network/information-point/opening-days.ts';
import { planStanding } from '#lib/network/information-point/plan-standing.ts';
import { slipText } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';

/** The library in one or two sentences of plain Dutch (or English), for `day`. */
export function librarySummary(
	name: string,
	points: readonly (PointLedger & Pick<InformationPoint, 'locationType'>)[],
	day: Day,
	locale: string
): string {
	const date = formatDay(day, locale);
	if (points.length === 0) return m.dossier_library_none({ name, date });
	const { open, outsideLibrary: outside } = countLocations(points);
	const within = points.filter((point) => !isOutsideLibrary(point));
	const total = within.length;
	const counts =
		total === 0
			? m.dossier_library_outside_only({ name, date })
			: total > 1
				? m.dossier_library_points({ count: open, name, date, open, total })
				: onlyText(within[0]!, open === 1, { name, date });
	const elsewhere = outside > 0 ? m.dossier_library_outside({ count: outside, outside }) : '';
	return [counts, elsewhere, openingSentence(openingDays(points), day, locale)]
		.filter(Boolean)
		.join(' ');
}

function onlyText(
	only: PointLedger,
	isOpen: boolean,
	words: { name: string; date: string }
): string {
	if (isOpen) return m.dossier_library_point_open(words);
	return only.operation === 'permanently_closed'
		? m.dossier_library_point_closed(words)
		: m.dossier_library_point_not_open(words);
}

function openingSentence(days: OpeningDays, day: Day, locale: string): string {
	if (days.openedOn !== null) {
		const date = formatPreciseDay(days.openedOn, days.openedPrecision, locale);
		// Of a year or a month nobody can tell by how many days it was early or late.
		if (days.openedPrecision !== 'day') return m.dossier_first_opened_in({ date });
		if (days.slipDays === null) return m.dossier_first_opened({ date });
		if (days.slipDays === 0) return m.dossier_first_opened_on_plan({ date });
		return m.dossier_first_opened_slip({ date, slip: slipText(days.slipDays) });
	}
	if (days.next === null) return '';
	const planned = nextSentence(days.next, day, locale);
	if (days.firstPlanOn === null || days.firstPlanOn === days.next.planOn) return planned;
	return `${planned} ${m.dossier_behind_days_sentence({ date: formatDay(days.firstPlanOn, locale) })}`;
}

function nextSentence(next: PointLedger, day: Day, locale: string): string {
	const date = formatDay(next.planOn!, locale);
	switch (planStanding(next, day)) {
		case 'overdue':
			return m.dossier_first_overdue({ date });
		case 'long_past':
			return m.dossier_first_long_past({ date });
		case 'expected_later':
			return m.dossier_first_expected({ date, expected: formatDay(next.forecastOn!, locale) });
		case 'on_hold':
			return m.dossier_first_on_hold({ date });
		default:
			return m.dossier_first_planned({ date });
	}
}
