import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { standingSentence } from '#lib/network/standing/why-late.ts';
import { formatDay, formatShortDay, type Day } from '#lib/base/day/day.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { reasonLabel } from '#lib/ledger/milestone/reason.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { libraryLink, municipalityLink, pointLink } from '#lib/network/standing/dossier-links.ts';
import type { DocumentTable } from './document.ts';
import type { Briefing, NextOpening, Shown, WhiteSpot } from './types.ts';

const shortDay = (day: Day | null) => (day === null ? '–' : formatShortDay(day, getLocale()));
const word = (label: string) => ({ label, numeric: false });
const number = (label: string) => ({ label, numeric: true });

function restOf({ rows, total }: Shown<unknown>): string | null {
	const count = total - rows.length;
	return count > 0 ? m.briefing_rest({ number: formatNumber(count) }) : null;
}

/** Libraries with milestones behind the first plan, the longest behind first. */
export function behindTable(
	{ behind, reasons }: Pick<Briefing, 'behind' | 'reasons'>,
	dates: URLSearchParams
): DocumentTable {
	return {
		id: 'achter',
		title: m.briefing_behind_title(),
		summary:
			behind.total === 0
				? m.briefing_behind_none()
				: m.briefing_behind_summary({
						count: behind.milestones,
						number: formatNumber(behind.milestones),
						libraries: m.briefing_libraries({
							count: behind.total,
							number: formatNumber(behind.total)
						})
					}),
		columns: [
			word(m.briefing_column_library()),
			number(m.briefing_column_behind()),
			word(m.briefing_column_longest()),
			word(m.briefing_column_plan()),
			number(m.briefing_column_days()),
			word(m.briefing_column_reason())
		],
		rows: behind.rows.map((row) => ({
			cells: [
				row.name,
				formatNumber(row.milestones),
				milestoneLabel(row.milestone),
				row.onHold ? m.briefing_on_hold() : shortDay(row.planOn),
				formatNumber(row.days),
				row.reasonCode === null ? '–' : reasonLabel(reasons, row.reasonCode, getLocale())
			],
			href: libraryLink(row.slug, dates)
		})),
		rest: restOf(behind)
	};
}

/** Municipalities without a realised point, the most inhabitants first. */
export function whiteSpotTable(
	{ whiteSpots, asOf, today }: Pick<Briefing, 'whiteSpots' | 'asOf' | 'today'>,
	dates: URLSearchParams
): DocumentTable {
	const { total, inhabitants } = whiteSpots;
	const factDay = factDayOf(asOf, today);
	return {
		id: 'witte-vlekken',
		title: m.briefing_white_spots_title(),
		summary:
			total === 0
				? m.briefing_white_spots_none()
				: m.briefing_white_spots_summary({
						count: total,
						number: formatNumber(total),
						inhabitants: formatNumber(inhabitants)
					}),
		columns: [
			word(m.briefing_column_municipality()),
			number(m.briefing_column_inhabitants()),
			word(m.briefing_column_status())
		],
		rows: whiteSpots.rows.map((row) => ({
			cells: [
				row.name,
				row.inhabitants === null ? '–' : formatNumber(row.inhabitants),
				statusText(row, factDay)
			],
			href: municipalityLink(row.code, dates)
		})),
		rest: restOf(whiteSpots)
	};
}

/** The openings that are planned, the soonest first. */
export function nextTable(
	{ next, asOf, today }: Pick<Briefing, 'next' | 'asOf' | 'today'>,
	dates: URLSearchParams
): DocumentTable {
	const date = formatDay(factDayOf(asOf, today), getLocale());
	return {
		id: 'openingen',
		title: m.briefing_next_title(),
		summary:
			next.total === 0
				? m.briefing_next_none({ date })
				: m.briefing_next_summary({ count: next.total, number: formatNumber(next.total), date }),
		columns: [
			word(m.briefing_column_location()),
			word(m.briefing_column_municipality()),
			word(m.briefing_column_plan())
		],
		rows: next.rows.map((row) => ({
			cells: [row.name, row.municipality, planText(row)],
			href: pointLink(row.id, dates)
		})),
		rest: restOf(next)
	};
}

/** Where a municipality stands: paused, long past or expected later before the status and the day of its plan. */
function statusText(row: WhiteSpot, factDay: Day): string {
	const { status, planOn, said } = row;
	const standing = standingSentence(row, said, factDay);
	// What is paused is told with the day that it is planned for, when that has not passed.
	if (standing !== null && (status === 'plan_overdue' || planOn === null)) return standing;
	if (planOn === null || status === 'online_only') return standing ?? statusLabel(status);
	const date = shortDay(planOn);
	if (standing !== null) return `${standing}, ${m.view_waiting_planned({ date })}`;
	return status === 'plan_overdue'
		? m.briefing_plan_overdue({ date })
		: m.briefing_planned_on({ date });
}

/** The current plan, and what the adviser expects where that is another day. */
function planText({ planOn, forecastOn }: NextOpening): string {
	if (forecastOn === null || forecastOn === planOn) return shortDay(planOn);
	return m.briefing_plan_and_forecast({ date: shortDay(planOn), expected: shortDay(forecastOn) });
}
