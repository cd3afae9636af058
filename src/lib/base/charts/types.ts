import type { Day } from '#lib/base/day/day.ts';

/** Colours of charts; their values are the tokens `--ido-chart-…` of the theme. */
export const chartInks = ['teal', 'amber', 'blue', 'violet', 'red', 'grey'] as const;
export type ChartInk = (typeof chartInks)[number];

export const chartShapes = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type ChartShape = (typeof chartShapes)[number];

/** How a series is told apart: always by dash and shape as well as by colour. */
export interface SeriesLook {
	ink: ChartInk;
	dash: 'solid' | 'dashed' | 'dotted' | 'dash-dot';
	shape: ChartShape;
}

/** A value; null where the series says nothing. On a step curve it holds until the next one. */
export interface ChartPoint {
	x: Day | number;
	y: number | null;
}

export interface ChartSeries {
	key: string;
	label: string;
	/** A shorter name, for the end of the line. */
	end?: string;
	look: SeriesLook;
	points: readonly ChartPoint[];
	/** A value holds until the next one; nothing is interpolated. */
	stepped?: boolean;
}

/** A space between two lines, such as the fan of a forecast. */
export interface ChartBand {
	key: string;
	label: string;
	ink: ChartInk;
	lower: readonly ChartPoint[];
	upper: readonly ChartPoint[];
	stepped?: boolean;
}

/** A moment on the x axis; its `sign` stands in the chart, what it means in the page. */
export interface ChartMoment {
	on: Day | number;
	sign: string;
}

/** A period on the x axis. */
export interface ChartPeriod {
	from: Day;
	to: Day;
}

/**
 * A level to reach: a line from when it was set to when it is due, with a mark at its end. Without a
 * value only the day on which it is due is drawn.
 */
export interface ChartGoal {
	from: Day;
	to: Day;
	value: number | null;
	label: string;
}

/** How values are written: a number, a share of one, people (in millions), or an amount. */
export type ValueFormat = 'number' | 'share' | 'people' | 'euro';

export interface ValueAxis {
	label: string;
	/** What is counted, after a number ("locaties"); without it a tip says the label. */
	unit?: string;
	format: ValueFormat;
	/** Fixed end, so that several charts share one scale. */
	max?: number;
}

/** Lines over days or over numbers. */
export interface LineChart {
	kind: 'line';
	x: { kind: 'day' | 'number'; label: string; min?: Day | number; max?: Day | number };
	y: ValueAxis;
	series: readonly ChartSeries[];
	bands?: readonly ChartBand[];
	moments?: readonly ChartMoment[];
	periods?: readonly ChartPeriod[];
	goals?: readonly ChartGoal[];
	/** An upright line at the day up to which there are facts. */
	today?: { on: Day; label: string } | null;
	/** Days of which not everything is known yet: hatched. */
	incomplete?: ChartPeriod | null;
	/** What periods, moments, goals and incomplete days are called in the legend. */
	names?: { periods?: string; moments?: string; goals?: string; incomplete?: string };
	/** Few ticks and no titles of axes: one of many small charts. */
	small?: boolean;
}

/** Bars by category; a value of two numbers is a bar that floats between them (waterfall). */
export interface BarChart {
	kind: 'bar';
	categories: readonly string[];
	x: { label: string };
	y: ValueAxis;
	series: readonly {
		key: string;
		label: string;
		look: SeriesLook;
		values: readonly (number | [number, number] | null)[];
	}[];
	stacked?: boolean;
	/** Bars lie down, which leaves room for long names. */
	horizontal?: boolean;
}

export type ChartSpec = LineChart | BarChart;

/** The colours that a chart is drawn with, read from the theme. */
export interface ChartPalette {
	inks: Record<ChartInk, string>;
	text: string;
	quiet: string;
	line: string;
	paper: string;
	/** Font family. */
	font: string;
}

/** One of the charts of a figure; the only one needs no title. */
export interface ChartPanel {
	key: string;
	title: string | null;
	chart: ChartSpec;
}
