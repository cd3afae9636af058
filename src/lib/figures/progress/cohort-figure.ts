import type { Figure, FigureTable } from '#lib/base/charts/figure.ts';
import type { ChartPanel, SeriesLook } from '#lib/base/charts/types.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Cohort } from '#lib/base/selection/filters.ts';
import { cohortCurves, cohortRows, type CohortCurve, type CohortRow } from './cohorts.ts';
import type { RolloutProgress } from './types.ts';

const COHORT_LOOKS: Record<Cohort, SeriesLook> = {
	kopgroep_2019: { ink: 'teal', dash: 'solid', shape: 'circle' },
	uitrol_2020: { ink: 'amber', dash: 'dashed', shape: 'square' },
	uitrol_2021: { ink: 'violet', dash: 'dash-dot', shape: 'triangle' },
	onbekend: { ink: 'grey', dash: 'dotted', shape: 'cross' }
};

/** Kopgroep against 2020 against 2021: the share open by weeks since the application. */
export function cohortFigure({
	cohorts: openings,
	view
}: Pick<RolloutProgress, 'cohorts' | 'view'>): Figure {
	const curves = cohortCurves(openings, view.filters.cohort);
	const rows = cohortRows(openings, curves);
	return {
		id: 'groepen',
		title: m.progress_cohorts_title(),
		sentence: cohortSentence(curves),
		panels: [cohortPanel(curves, rows)],
		table: cohortTable(curves, rows),
		definitions: [
			{ anchor: 'organisatiedekking', about: m.progress_measure_organisations() },
			{ anchor: 'gerealiseerd', about: m.progress_series_fact() },
			{ anchor: 'mijlpalen', about: m.progress_column_weeks() }
		]
	};
}

/** Per group: within how many weeks half was open, or how many are. */
export function cohortSentence(curves: readonly CohortCurve[]): string {
	if (curves.every(({ total }) => total === 0)) return m.progress_cohorts_none();
	return curves
		.map(({ cohort, medianWeeks, open, total }) => {
			const inputs = { cohort: cohortLabel(cohort), open, total };
			if (total === 0) return m.progress_cohort_sentence_empty(inputs);
			return medianWeeks === null
				? m.progress_cohort_sentence_not(inputs)
				: m.progress_cohort_sentence({ ...inputs, weeks: medianWeeks });
		})
		.join(' ');
}

function cohortPanel(curves: readonly CohortCurve[], rows: readonly CohortRow[]): ChartPanel {
	return {
		key: 'cohorts',
		title: null,
		chart: {
			kind: 'line',
			x: {
				kind: 'number',
				label: m.progress_axis_weeks(),
				min: 0,
				max: Math.max(1, ...curves.map(({ lastWeek }) => lastWeek))
			},
			y: { label: m.progress_axis_share(), format: 'share', max: 1 },
			series: curves.map(({ cohort }, index) => ({
				key: cohort,
				label: cohortLabel(cohort),
				look: COHORT_LOOKS[cohort],
				stepped: true,
				points: rows.map(({ week, shares }) => ({ x: week, y: shares[index] ?? null }))
			}))
		}
	};
}

export function cohortTable(
	curves: readonly CohortCurve[],
	rows: readonly CohortRow[]
): FigureTable {
	return {
		columns: [
			{ key: 'weken', label: m.progress_column_weeks(), kind: 'number' },
			...curves.map(({ cohort }) => ({
				key: cohort,
				label: cohortLabel(cohort),
				kind: 'share' as const
			}))
		],
		rows: rows.map(({ week, shares }) => [week, ...shares])
	};
}
