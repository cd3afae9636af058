import type { Figure } from '#lib/base/charts/figure.ts';
import { WHITE_SPOT_CLASSES } from '#lib/base/status/rollout-status.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { cohortFigure } from '#lib/figures/progress/cohort-figure.ts';
import { rowOn } from '#lib/figures/progress/curve.ts';
import { curveFigure, curveTable } from '#lib/figures/progress/curve-figure.ts';
import { LOOKS } from '#lib/base/measure/labels.ts';
import { provinceFigure } from '#lib/figures/progress/province-figure.ts';
import { CURVE_EXTRAS } from '#lib/figures/progress/query.ts';
import type { RolloutProgress } from '#lib/figures/progress/types.ts';
import { endedQuarters } from '#lib/base/as-of/quarter.ts';
import type { EditionFigure } from './sections.ts';

/** The curve of locations; a reader gets the end of each quarter, the files every step. */
export function curveInBrief(progress: RolloutProgress): EditionFigure {
	const { rows, view, late } = progress;
	const days = endedQuarters(view.asOf.validOn).map(({ end }) => end);
	const brief = [view.asOf.validOn, ...days].reverse().flatMap((day) => {
		const row = rowOn(rows, day);
		// The forecast begins on the day looked at, so it says nothing of the quarters before.
		return row ? [{ ...row, day }] : [];
	});
	return {
		// Nobody can ask a frozen figure for more, so it shows everything at once.
		...curveFigure({ ...progress, query: { ...progress.query, extras: CURVE_EXTRAS } }),
		brief: { table: curveTable({ rows: brief, late }), note: m.edition_table_brief() }
	};
}

/** Weeks between two rows of the groups that a reader gets. */
const WEEKS = 13;

/** From application to opening, by group; a reader gets every thirteen weeks. */
export function cohortsInBrief(progress: RolloutProgress): EditionFigure {
	const figure = cohortFigure(progress);
	const { columns, rows } = figure.table;
	const last = Number(rows.at(-1)?.[0] ?? 0);
	const weeks = Array.from({ length: Math.floor(last / WEEKS) + 1 }, (_, index) => index * WEEKS);
	const brief = weeks.flatMap((week) => {
		const row = rows.findLast(([from]) => Number(from) <= week);
		return row ? [[week, ...row.slice(1)]] : [];
	});
	return { ...figure, brief: { table: { columns, rows: brief }, note: m.edition_table_weeks() } };
}

/** The provinces as bars: what is open beside the first plan. */
export function provinceBars(progress: RolloutProgress): Figure {
	const { provinces } = progress;
	const lines = [
		{ key: 'firstPlan', label: m.progress_series_first_plan() },
		{ key: 'fact', label: m.progress_series_fact() }
	] as const;
	const figure = provinceFigure(progress);
	return {
		...figure,
		sentence: figure.sentence.replace(m.progress_provinces_scale(), '').trim(),
		panels: [
			{
				key: 'provincies',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: provinces.map(({ name }) => name),
					x: { label: '' },
					y: { label: m.progress_axis_locations(), format: 'number' },
					series: lines.map(({ key, label }) => ({
						key,
						label,
						look: LOOKS[key],
						values: provinces.map((province) => province[key])
					}))
				}
			}
		]
	};
}

/** Municipalities without a realised point, by class. */
export function gapsFigure({ headline }: RolloutProgress): Figure {
	const { whiteSpots, municipalities } = headline;
	const shown = WHITE_SPOT_CLASSES.map((name) => ({
		label: statusLabel(name),
		count: whiteSpots[name]
	}));
	return {
		id: 'witte-vlekken',
		title: m.edition_gaps_title(),
		sentence: m.edition_gaps_sentence({
			gaps: formatNumber(municipalities.total - municipalities.covered),
			total: formatNumber(municipalities.total)
		}),
		panels: [
			{
				key: 'witte-vlekken',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: shown.map(({ label }) => label),
					x: { label: '' },
					y: { label: m.progress_axis_municipalities(), format: 'number' },
					series: [
						{
							key: 'gaps',
							label: m.edition_gaps_count(),
							look: { ink: 'amber', dash: 'solid', shape: 'square' },
							values: shown.map(({ count }) => count)
						}
					]
				}
			}
		],
		table: {
			columns: [
				{ key: 'waarom_niet', label: m.edition_gaps_column(), kind: 'text' },
				{ key: 'gemeenten', label: m.edition_gaps_count(), kind: 'number' }
			],
			rows: shown.map(({ label, count }) => [label, count])
		},
		definitions: [
			{ anchor: 'witte-vlekken', about: m.edition_gaps_title() },
			{ anchor: 'gemeentedekking', about: m.edition_gaps_count() }
		]
	};
}
