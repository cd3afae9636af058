import { FIRST_DAY } from '#lib/as-of/as-of.ts';
import type { Figure, FigureTable } from '#lib/charts/figure.ts';
import type { ChartBand, ChartGoal, ChartSeries, LineChart } from '#lib/charts/types.ts';
import { formatDay, formatShortDay } from '#lib/day/day.ts';
import { lateDefinition, markSentence } from '#lib/late/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { lastDayOf, rowOn } from './curve.ts';
import { countText, LOOKS, MEASURE_TEXTS, measureDefinitions } from './labels.ts';
import type { ProgressMeasure } from './measure.ts';
import { shownEvents } from './shown-events.ts';
import type { CurveRow, PolicyTarget, ProgrammeEvent, Progress } from './types.ts';

/** The name of each line in the table, the CSV and the API. */
export const LINES = [
	{ key: 'firstPlan', column: 'oorspronkelijke_planning', label: m.progress_series_first_plan },
	{ key: 'plan', column: 'actuele_planning', label: m.progress_series_plan },
	{ key: 'fact', column: 'gerealiseerd', label: m.progress_series_fact },
	{ key: 'forecast', column: 'verwachting', label: m.progress_series_forecast }
] as const;

/**
 * The cumulative curve: first plan, current plan, fact and forecast in one figure. `bands` (such as
 * the fan of a forecast model) are drawn under the lines.
 */
export function curveFigure(progress: Progress, bands: readonly ChartBand[] = []): Figure {
	const { query, late } = progress;
	return {
		id: 'verloop',
		title: MEASURE_TEXTS[query.measure].title(),
		sentence: curveSentence(progress),
		panels: [{ key: 'curve', title: null, chart: curveChart(progress, bands) }],
		table: curveTable(progress),
		definitions: [
			...measureDefinitions(query.measure),
			{ anchor: 'doel', about: m.progress_targets_heading() },
			lateDefinition(),
			{ anchor: 'twee-datums', about: m.view_known_day() }
		],
		notes: [
			...(late.from === null ? [] : [markSentence(late)]),
			shownEvents(progress.events)
				.moments.map((event) => `${event.sign} ${eventText(event)}`)
				.join('; ')
		]
	};
}

const eventText = ({ startsOn, titleNl, titleEn }: ProgrammeEvent) =>
	`${formatShortDay(startsOn, getLocale())} ${getLocale() === 'en' ? titleEn : titleNl}`;

/** The rows as a table; the last column says of which facts probably not everything is known yet. */
export function curveTable({ rows, late }: Pick<Progress, 'rows' | 'late'>): FigureTable {
	return {
		columns: [
			{ key: 'dag', label: m.progress_column_day(), kind: 'day' },
			...LINES.map(({ column, label }) => ({
				key: column,
				label: label(),
				kind: 'number' as const
			})),
			{ key: 'onvolledig', label: m.late_column_incomplete(), kind: 'text' }
		],
		rows: rows.map((row) => [
			row.day,
			...LINES.map(({ key }) => row[key]),
			isIncomplete(row, late) ? m.late_yes() : null
		])
	};
}

/** Of this day probably not everything has been recorded yet. */
export const isIncomplete = ({ day, fact }: CurveRow, { from }: Progress['late']): boolean =>
	fact !== null && from !== null && day >= from;

function curveChart(progress: Progress, bands: readonly ChartBand[]): LineChart {
	const { rows, query, events, targets, late } = progress;
	const { axis, format } = MEASURE_TEXTS[query.measure];
	const shown = shownEvents(events);
	const series = LINES.map(({ key, label }): ChartSeries => ({
		key,
		label: label(),
		look: LOOKS[key],
		points: rows.map((row) => ({ x: row.day, y: row[key] })),
		stepped: true
	}));
	return {
		kind: 'line',
		x: { kind: 'day', label: '', min: FIRST_DAY, max: lastDayOf(rows) },
		y: { label: axis(), format },
		series,
		bands,
		moments: shown.moments.map(({ startsOn, sign }) => ({ on: startsOn, sign })),
		periods: shown.periods.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn })),
		goals: targets
			.filter((target) => target.value === null || query.measure === 'locations')
			.map((target) => goalOf(target, query.measure)),
		incomplete: late.from === null ? null : { from: late.from, to: late.to },
		names: {
			goals: m.progress_goals(),
			moments: m.progress_moments(),
			periods: m.progress_periods(),
			incomplete: m.late_marked()
		}
	};
}

function goalOf(target: PolicyTarget, measure: ProgressMeasure): ChartGoal {
	const { announcedOn: from, dueOn: to, value } = target;
	const label =
		value === null
			? m.progress_goal_national()
			: m.progress_goal_label({ value: countText(value, measure) });
	return { from, to, value, label };
}

/** Reads the curve out: what is open, against the first plan, and what the forecast still adds. */
export function curveSentence({ rows, query, view, today }: Progress): string {
	const { measure } = query;
	const day = view.asOf.validOn < today ? view.asOf.validOn : today;
	const now = rowOn(rows, day);
	const fact = now?.fact ?? 0;
	const first = m.progress_sentence_fact({
		count: fact,
		date: formatDay(day, getLocale()),
		fact: MEASURE_TEXTS[measure].fact({ count: fact, number: countText(fact, measure) })
	});
	return [
		first,
		planSentence(fact, now?.firstPlan ?? 0, measure),
		forecastSentence(rows, fact, measure)
	].join(' ');
}

function planSentence(fact: number, firstPlan: number, measure: ProgressMeasure): string {
	const count = Math.abs(firstPlan - fact);
	const inputs = {
		count,
		planned: countText(firstPlan, measure),
		difference: countText(count, measure)
	};
	if (firstPlan > fact) return m.progress_sentence_behind(inputs);
	if (firstPlan < fact) return m.progress_sentence_ahead(inputs);
	return m.progress_sentence_on_plan();
}

function forecastSentence(
	rows: readonly CurveRow[],
	fact: number,
	measure: ProgressMeasure
): string {
	const end = rows.at(-1)?.forecast ?? fact;
	const count = end - fact;
	if (count <= 0) return m.progress_sentence_no_forecast();
	const last = rows.find(({ forecast }) => forecast === end);
	return m.progress_sentence_forecast({
		count,
		more: countText(count, measure),
		date: formatDay(last?.day ?? FIRST_DAY, getLocale())
	});
}
