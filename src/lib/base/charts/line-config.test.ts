import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { signRows } from './moment-signs.ts';
import { barConfig } from './bar-config.ts';
import { barLength } from './bar-length.ts';
import { lineConfig } from './line-config.ts';
import type { BarChart, ChartPalette, LineChart } from './types.ts';
import { xValue } from './x-value.ts';

const palette: ChartPalette = {
	inks: {
		teal: '#000001',
		amber: '#000002',
		blue: '#000003',
		violet: '#000004',
		red: '#000005',
		grey: '#000006'
	},
	text: '#000007',
	quiet: '#000008',
	line: '#000009',
	paper: '#ffffff',
	font: 'serif'
};

const points = [
	{ x: '2019-07-01', y: 15 },
	{ x: '2019-12-31', y: 29 },
	{ x: '2020-12-31', y: null }
];

const chart: LineChart = {
	kind: 'line',
	x: { kind: 'day', label: '', min: '2019-01-01', max: '2021-01-01' },
	y: { label: 'locaties', format: 'number' },
	series: [
		{
			key: 'fact',
			label: 'Open',
			look: { ink: 'teal', dash: 'solid', shape: 'circle' },
			points,
			stepped: true
		}
	],
	bands: [
		{ key: 'fan', label: 'Prognose', ink: 'violet', lower: points, upper: points, stepped: true }
	],
	moments: [{ on: '2019-07-01', sign: '1' }],
	periods: [{ from: '2020-03-16', to: '2020-05-17' }],
	goals: [{ from: '2020-06-29', to: '2020-12-31', value: 60, label: '60' }]
};

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('a line chart', () => {
	it('draws exactly the points given, as steps that hold until the next day', () => {
		const { datasets } = lineConfig(chart, palette).data;
		const fact = datasets.find(({ label }) => label === 'Open');
		expect(fact?.data).toEqual(points);
		expect(fact?.stepped).toBe('before');
		expect(fact?.borderColor).toBe('#000001');
	});

	it('lays bands under the lines, filled between their two edges', () => {
		const { datasets } = lineConfig(chart, palette).data;
		expect(datasets.map(({ label }) => label)).toEqual(['', 'Prognose', 'Open']);
		expect(datasets[1]?.fill).toBe('-1');
	});

	it('does not move and has the legend in the page', () => {
		const { options } = lineConfig(chart, palette);
		expect(options?.animation).toBe(false);
		expect(options?.plugins?.legend?.display).toBe(false);
	});

	it('has its moments, periods and goals on the axis', () => {
		const annotations = lineConfig(chart, palette).options?.plugins?.annotation?.annotations;
		expect(Object.keys(annotations ?? {})).toEqual([
			'period-0',
			'moment-0',
			'goal-0',
			'goal-end-0',
			'goal-text-0'
		]);
	});

	it('puts signs that are near each other on different rows', () => {
		expect(signRows([0.1, 0.11, 0.12, 0.5], 0.03)).toEqual([0, 1, 2, 0]);
		expect(signRows([0.1, 0.11, 0.12, 0.5], 0.005)).toEqual([0, 0, 0, 0]);
		expect(xValue('1970-01-03')).toBe(2);
	});
});

describe('a bar chart', () => {
	const bars: BarChart = {
		kind: 'bar',
		categories: ['Drenthe', 'Fryslân'],
		x: { label: '' },
		y: { label: 'dagen', format: 'number' },
		series: [
			{
				key: 'days',
				label: 'Dagen',
				look: { ink: 'teal', dash: 'solid', shape: 'square' },
				values: [[10, 25], null]
			}
		],
		horizontal: true
	};

	it('keeps floating bars and puts the categories where the bars begin', () => {
		const config = barConfig(bars, palette);
		expect(config.data.datasets[0]?.data).toEqual([[10, 25], null]);
		expect(config.options?.indexAxis).toBe('y');
		expect(barLength([10, 25])).toBe(15);
		expect(barLength(3)).toBe(3);
	});
});
