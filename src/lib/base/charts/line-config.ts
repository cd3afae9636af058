import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { formatDay } from '#lib/base/day/day.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { annotationsOf } from './annotations.ts';
import { baseOptions } from './base-options.ts';
import { endLabels, endRoom } from './end-labels.ts';
import { DASHES, markRadii, POINT_STYLES } from './look.ts';
import type { ChartBand, ChartPalette, ChartPoint, ChartSeries, LineChart } from './types.ts';
import { unitText } from './value-text.ts';

type Dataset = ChartDataset<'line', ChartPoint[]>;
export type LineConfig = ChartConfiguration<'line', ChartPoint[]>;

/**
 * A line chart as Chart.js draws it. Pure: days stay `YYYY-MM-DD`, the colours are given. Bands come
 * first, so that lines lie over them.
 */
export function lineConfig(chart: LineChart, palette: ChartPalette): LineConfig {
	const { bands = [], series, small = false } = chart;
	const base = baseOptions(palette, chart.y, small);
	return {
		type: 'line',
		data: {
			datasets: [
				...bands.flatMap((band) => bandDatasets(band, palette)),
				...series.map((one) => lineDataset(one, palette, small))
			]
		},
		plugins: [endLabels(chart, palette)],
		options: {
			...base.options,
			layout: {
				padding: (context) => ({
					top: small ? 4 : 10,
					right: small ? 6 : endRoom(chart, context.chart.width)
				})
			},
			scales: { x: dayOrNumberAxis(chart, palette), y: base.valueAxis },
			interaction: { mode: 'index', axis: 'x', intersect: false },
			plugins: {
				...base.plugins,
				annotation: { annotations: annotationsOf(chart, palette) },
				tooltip: {
					...base.plugins.tooltip,
					filter: ({ dataset, parsed }) => dataset.label !== '' && parsed.y !== null,
					callbacks: {
						title: ([item]) => xText(chart, pointX(item?.raw)),
						label: ({ dataset, parsed }) =>
							` ${dataset.label ?? ''}: ${unitText(parsed.y ?? 0, chart.y)}`
					}
				}
			}
		}
	};
}

function pointX(raw: unknown): string | number | null {
	if (typeof raw !== 'object' || raw === null || !('x' in raw)) return null;
	return typeof raw.x === 'string' || typeof raw.x === 'number' ? raw.x : null;
}

function xText({ x }: LineChart, value: string | number | null): string {
	if (value === null) return '';
	return typeof value === 'string' ? formatDay(value, getLocale()) : `${value} ${x.label}`;
}

function lineDataset(
	{ label, look, points, stepped = false }: ChartSeries,
	palette: ChartPalette,
	small: boolean
): Dataset {
	const ink = palette.inks[look.ink];
	const radii = markRadii(
		points.map(({ y }) => y),
		small ? 2.5 : 4.5
	);
	return {
		label,
		data: [...points],
		stepped: stepped ? 'before' : false,
		borderColor: ink,
		backgroundColor: palette.paper,
		borderWidth: look.dash === 'solid' ? 2.5 : 2,
		borderDash: DASHES[look.dash],
		pointStyle: POINT_STYLES[look.shape],
		pointRadius: radii,
		pointHoverRadius: small ? 3 : 6,
		pointBorderColor: ink,
		pointBorderWidth: 1.5,
		pointHitRadius: 0,
		// Marks at the edge of the scale stay whole.
		clip: 8,
		spanGaps: false
	};
}

/** Two lines without ink of their own and the space between them; only the upper one is named. */
function bandDatasets({ label, ink, lower, upper, stepped }: ChartBand, palette: ChartPalette) {
	const edge = (points: readonly ChartPoint[]): Dataset => ({
		label: '',
		data: [...points],
		stepped: stepped ? 'before' : false,
		borderColor: palette.inks[ink],
		borderWidth: 1,
		borderDash: DASHES.dotted,
		pointRadius: 0,
		pointHitRadius: 0
	});
	return [
		edge(lower),
		{ ...edge(upper), label, fill: '-1', backgroundColor: `${palette.inks[ink]}33` }
	];
}

function dayOrNumberAxis({ x, small }: LineChart, palette: ChartPalette) {
	const common = {
		grid: { display: false },
		border: { color: palette.line },
		title: {
			display: !small && x.label !== '',
			text: x.label,
			color: palette.quiet,
			font: { family: palette.font, size: 13 }
		}
	};
	const ticks = {
		color: palette.quiet,
		maxRotation: 0,
		autoSkipPadding: 14,
		font: { family: palette.font, size: small ? 11 : 13 }
	};
	if (x.kind === 'number')
		return {
			...common,
			type: 'linear' as const,
			min: Number(x.min ?? 0),
			...(x.max === undefined ? {} : { max: Number(x.max) }),
			ticks
		};
	return {
		...common,
		...(x.min === undefined ? {} : { min: x.min }),
		...(x.max === undefined ? {} : { max: x.max }),
		type: 'time' as const,
		time: { minUnit: small ? ('year' as const) : ('month' as const) },
		ticks: { ...ticks, callback: (value: string | number) => tickText(Number(value), small) }
	};
}

/** A tick says its month, and its year where that is new; ticks lie at local midnight. */
function tickText(time: number, small = false): string {
	const date = new Date(time);
	const language = getLocale() === 'en' ? 'en-GB' : 'nl-NL';
	if (small) return String(date.getFullYear());
	const month = date.toLocaleDateString(language, { month: 'short' });
	return `${month.replace('.', '')} ${date.getFullYear()}`;
}
