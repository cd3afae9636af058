import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import type { Cell, Figure, FigureTable } from '#lib/base/charts/figure.ts';
import type { ChartGoal, ChartSeries, LineChart } from '#lib/base/charts/types.ts';
import { formatDay, formatShortDay } from '#lib/base/day/day.ts';
import { fanText } from '#lib/figures/forecast/fan-text.ts';
import { reportingDelayDefinition, markSentence } from '#lib/figures/reporting-delay/labels.ts';
import { isNothing } from '#lib/network/standing/is-nothing.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	fanCells,
	fanColumns,
	fanPart,
	fanShapes,
	rowsWithFan,
	type CurveFan
} from './curve-fan.ts';
import { lastDayOf, rowOn } from './curve.ts';
import { countText, LOOKS, MEASURE_TEXTS, measureDefinitions } from '#lib/base/measure/labels.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import { shownEvents } from './shown-events.ts';
import { targetVerdict } from './target-outcome.ts';
import type { CurveRow, PolicyTarget, ProgrammeEvent, RolloutProgress } from './types.ts';

/** The name of each line in the table, the CSV and the API. */
const LINES = [
	{ key: 'firstPlan', column: 'oorspronkelijke_planning', label: m.progress_series_first_plan },
	{ key: 'plan', column: 'actuele_planning', label: m.progress_series_plan },
	{ key: 'fact', column: 'gerealiseerd', label: m.progress_series_fact },
	{ key: 'forecast', column: 'verwachting', label: m.progress_series_forecast }
] as const;

/** The columns of the table: the lines, and beside the current plan how much of it has opened. */
const COLUMNS = [
	...LINES.slice(0, 2),
	{
		key: 'planOpened',
		column: 'actuele_planning_al_geopend',
		label: m.progress_column_plan_opened
	},
	...LINES.slice(2)
] as const;

/**
 * The cumulative curve: first plan, current plan, fact and forecast in one figure, with the fan of
 * the model where there is one.
 */
export function curveFigure(progress: RolloutProgress, fan: CurveFan | null = null): Figure {
	const { query, late } = progress;
	return {
		id: 'verloop',
		title: MEASURE_TEXTS[query.measure].title(),
		sentence: curveSentence(progress),
		panels: [{ key: 'curve', title: null, chart: curveChart(progress, fan) }],
		table: curveTable(progress),
		...(fan ? { more: [fanPart(fan)] } : {}),
		definitions: [
			...measureDefinitions(query.measure),
			{ anchor: 'doel', about: m.progress_targets_heading() },
			reportingDelayDefinition(),
			...(fan ? [{ anchor: 'prognose' as const, about: m.forecast_title() }] : []),
			{ anchor: 'twee-datums', about: m.view_known_day() }
		],
		notes: [
			...(fan ? [fanText(fan)] : []),
			...(late.from === null ? [] : [markSentence(late)]),
			...(progress.thinned ? [m.progress_thinned()] : []),
			...(query.extras?.includes('events')
				? [
						shownEvents(progress.events)
							.moments.map((event) => `(${event.sign}) ${eventText(event)}`)
							.join('; ')
					]
				: [])
		]
	};
}

const eventText = ({ startsOn, titleNl, titleEn }: ProgrammeEvent) =>
	`${formatShortDay(startsOn, getLocale())} ${getLocale() === 'en' ? titleEn : titleNl}`;

/**
 * The rows as a table; the last column says of which facts probably not everything is known yet. A
 * file has the months of the fan in it too; on the page they would fill hundreds of rows with nothing,
 * so there they are a table of their own.
 */
export function curveTable(
	{ rows, late }: Pick<RolloutProgress, 'rows' | 'late'>,
	fan: CurveFan | null = null
): FigureTable {
	const shown: readonly { row: CurveRow; more: readonly Cell[] }[] = fan
		? rowsWithFan(rows, fan).map((row) => ({ row, more: fanCells(row, fan.madeOn) }))
		: rows.map((row) => ({ row, more: [] }));
	return {
		columns: [
			{ key: 'dag', label: m.progress_column_day(), kind: 'day' },
			...COLUMNS.map(({ column, label }) => ({
				key: column,
				label: label(),
				kind: 'number' as const
			})),
			...(fan ? fanColumns() : []),
			{ key: 'onvolledig', label: m.reporting_delay_column_incomplete(), kind: 'text' }
		],
		rows: shown.map(({ row, more }) => [
			row.day,
			...COLUMNS.map(({ key }) => row[key]),
			...more,
			isIncomplete(row, late) ? m.reporting_delay_yes() : null
		])
	};
}

/** Of this day probably not everything has been recorded yet. */
export const isIncomplete = ({ day, fact }: CurveRow, { from }: RolloutProgress['late']): boolean =>
	fact !== null && from !== null && day >= from;

/**
 * The story is the first plan, the fact and one forecast: the model's, or that of the advisers where
 * the model has none. The rest comes when it is asked for.
 */
function curveChart(progress: RolloutProgress, fan: CurveFan | null): LineChart {
	const { rows, query, view, today, events, late } = progress;
	const { axis, format, unit } = MEASURE_TEXTS[query.measure];
	const extras = new Set(query.extras);
	const shown = shownEvents(extras.has('events') ? events : []);
	const shapes = fan && fanShapes(fan);
	const isAsked = ({ key }: { key: keyof typeof LOOKS }) =>
		extras.has('plan') || key === 'firstPlan' || key === 'fact' || (key === 'forecast' && !fan);
	const series = LINES.filter(isAsked).map(({ key, label }): ChartSeries => ({
		key,
		label: label(),
		...(key === 'firstPlan' ? { end: m.progress_end_first_plan() } : {}),
		look: LOOKS[key],
		points: rows.map((row) => ({ x: row.day, y: row[key] })),
		stepped: true
	}));
	const factDay = view.asOf.validOn < today ? view.asOf.validOn : today;
	return {
		kind: 'line',
		x: {
			kind: 'day',
			label: '',
			min: FIRST_DAY,
			max: lastDayOf([...rows, ...(fan?.months ?? [])])
		},
		y: { label: axis(), unit: unit(), format },
		series: shapes ? [...series, { ...shapes.line, end: m.forecast_title() }] : series,
		bands: shapes ? [shapes.band] : [],
		moments: shown.moments.map(({ startsOn, sign }) => ({ on: startsOn, sign })),
		periods: shown.periods.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn })),
		goals: goalsOf(progress),
		today: {
			on: factDay,
			label: factDay === today ? m.progress_today() : formatShortDay(factDay, getLocale())
		},
		incomplete: late.from === null ? null : { from: late.from, to: late.to },
		names: {
			goals: m.progress_goals(),
			moments: m.progress_moments(),
			periods: m.progress_periods(),
			incomplete: m.reporting_delay_marked()
		}
	};
}

/** What the targets are drawn from. */
type Goals = Pick<RolloutProgress, 'targets' | 'rows' | 'query' | 'view' | 'today'>;

/** The targets of a chart that counts this measure. */
export const goalsOf = (progress: Goals): ChartGoal[] =>
	progress.targets
		.filter(({ value }) => value === null || progress.query.measure === 'locations')
		.map((target) => goalOf(target, progress));

function goalOf(target: PolicyTarget, progress: Goals): ChartGoal {
	const { announcedOn: from, dueOn: to, value } = target;
	const label =
		value === null
			? m.progress_goal_national({ day: formatShortDay(from, getLocale()) })
			: m.progress_goal_label({ value: countText(value, progress.query.measure) });
	const verdict = { reached: m.progress_goal_reached, missed: m.progress_goal_missed };
	const outcome = targetVerdict(target, progress)?.kind;
	if (outcome !== 'reached' && outcome !== 'missed') return { from, to, value, label };
	return { from, to, value, label: `${label} ${verdict[outcome]()}` };
}

/** Reads the curve out: what is open, against the first plan, and what the forecast still adds. */
export function curveSentence({ headline, rows, query, view, today }: RolloutProgress): string {
	if (isNothing(headline)) return m.view_list_empty();
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
		fact === 0 || rows.some(({ firstPlan }) => firstPlan > 0)
			? planSentence(fact, now?.firstPlan ?? 0, measure)
			: m.progress_sentence_no_plan(),
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
	return fact === 0 ? m.progress_sentence_none_due() : m.progress_sentence_on_plan();
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
