import type { Cell, Figure, FigureColumn } from '#lib/base/charts/figure.ts';
import type { ChartBand, ChartSeries } from '#lib/base/charts/types.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { bandOf } from '#lib/figures/forecast/figures.ts';
import type { FanValue, ShownForecast } from '#lib/figures/forecast/forecast.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { rowOn } from './curve.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import type { CurveRow } from './types.ts';

/** What the model expected of one measure, at the end of each coming month. */
export interface CurveFan {
	/** The day of the forecast, which uses only what was true and known then; the first month. */
	madeOn: Day;
	months: readonly (FanValue & { day: Day })[];
}

/** A row of the curve with what the model expected of its day; null on days that it does not tell of. */
export interface FannedRow extends CurveRow {
	fan: FanValue | null;
}

/** The fan of one measure, for a curve of that measure. */
export function curveFanOf(
	{ day: madeOn, fan }: Pick<ShownForecast, 'day' | 'fan'>,
	measure: ProgressMeasure
): CurveFan {
	return { madeOn, months: fan.map(({ day, values }) => ({ day, ...values[measure] })) };
}

/**
 * The rows of the curve and those of the fan in one: on the end of a month the lines have the value
 * that they keep from the row before.
 */
export function rowsWithFan(rows: readonly CurveRow[], fan: CurveFan): FannedRow[] {
	const expected = new Map(fan.months.map(({ day, ...value }) => [day, value]));
	const own = new Set(rows.map(({ day }) => day));
	const factDay = rows.findLast(({ fact }) => fact !== null)?.day ?? '';
	const between = fan.months.flatMap(({ day }): CurveRow[] => {
		const before = own.has(day) ? undefined : rowOn(rows, day);
		if (!before) return [];
		return [{ ...before, day, fact: day <= factDay ? before.fact : null }];
	});
	return [...rows, ...between]
		.sort((a, b) => (a.day < b.day ? -1 : 1))
		.map((row) => ({ ...row, fan: expected.get(row.day) ?? null }));
}

const monthColumns = (): FigureColumn[] => [
	{ key: 'prognose_p85', label: m.progress_column_forecast_sure(), kind: 'number' },
	{ key: 'prognose_p50', label: m.progress_column_forecast_likely(), kind: 'number' },
	{ key: 'prognose_p15', label: m.progress_column_forecast_bold(), kind: 'number' }
];

const monthCells = ({ sure, likely, bold }: FanValue): Cell[] => [sure, likely, bold];

/** The months of the fan as a table beside that of the curve. */
export function fanPart({ madeOn, months }: CurveFan): NonNullable<Figure['more']>[number] {
	return {
		key: 'prognose',
		title: m.progress_forecast_table({ day: formatDay(madeOn, getLocale()) }),
		table: {
			columns: [{ key: 'dag', label: m.progress_column_day(), kind: 'day' }, ...monthColumns()],
			rows: months.map((month) => [month.day, ...monthCells(month)])
		}
	};
}

/** The columns of the fan in the file of the curve, in the order of {@link fanCells}. */
export const fanColumns = (): FigureColumn[] => [
	...monthColumns(),
	{ key: 'prognose_van', label: m.progress_column_forecast_made(), kind: 'day' }
];

/** The cells of one row; the day that the forecast was made stands beside its numbers. */
export const fanCells = ({ fan }: FannedRow, madeOn: Day): Cell[] =>
	fan ? [...monthCells(fan), madeOn] : [null, null, null, null];

/** The middle of the fan as a line, and the space between P85 and P15. */
export function fanShapes({ months }: CurveFan): { line: ChartSeries; band: ChartBand } {
	return {
		line: {
			key: 'prognose-p50',
			label: m.progress_column_forecast_likely(),
			look: { ink: 'teal', dash: 'dashed', shape: 'cross' },
			points: months.map(({ day, likely }) => ({ x: day, y: likely }))
		},
		band: bandOf(months)
	};
}
