import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkToken } from '#lib/base/charts/palette.ts';
import {
	chartInks,
	type BarChart,
	type LineChart,
	type SeriesLook
} from '#lib/base/charts/types.ts';
import { drawBarChart } from './bar-chart.ts';
import { INKS } from './ink.ts';
import { drawLineChart, linePath } from './line-chart.ts';
import type { Plane } from './plane.ts';
import { dayNumber, dayTicks, placeOf, roundTicks } from './scale.ts';

const LOOK: SeriesLook = { ink: 'teal', dash: 'solid', shape: 'circle' };
const plane: Plane = {
	x: { from: 0, to: 100, start: 0, end: 100 },
	y: { from: 0, to: 10, start: 100, end: 0 },
	top: 0,
	bottom: 100
};

describe('a step curve', () => {
	it('holds each value until the next one', () => {
		const points = [
			{ x: 0, y: 0 },
			{ x: 40, y: 5 },
			{ x: 60, y: 10 }
		];
		expect(linePath(points, true, plane)).toBe('M0 100H40V50H60V0');
		expect(linePath(points, false, plane)).toBe('M0 100L40 50L60 0');
	});

	it('is broken where nothing is known', () => {
		const points = [
			{ x: 0, y: 10 },
			{ x: 50, y: null },
			{ x: 60, y: 10 }
		];
		expect(linePath(points, true, plane)).toBe('M0 0M60 0');
	});
});

describe('an axis', () => {
	it('has round steps that reach past its values', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 1e8, noNaN: true }), (to) => {
				const ticks = roundTicks(0, to);
				expect(ticks[0]).toBe(0);
				expect(ticks.at(-1)).toBeGreaterThanOrEqual(to);
				expect(ticks.length).toBeLessThanOrEqual(7);
			})
		);
		expect(roundTicks(0, 439)).toEqual([0, 100, 200, 300, 400, 500]);
	});

	it('keeps what lies outside at its ends', () => {
		expect(placeOf(500, plane.x)).toBe(100);
		expect(placeOf(-1, plane.x)).toBe(0);
	});

	it('names years, or the quarters of a short time', () => {
		const ticks = (from: string, to: string) => dayTicks(dayNumber(from), dayNumber(to));
		expect(ticks('2019-01-01', '2021-06-30')).toEqual(['2019-01-01', '2020-01-01', '2021-01-01']);
		expect(ticks('2021-06-30', '2022-01-31')).toEqual(['2021-07-01', '2021-10-01', '2022-01-01']);
	});
});

describe('a drawing', () => {
	const line: LineChart = {
		kind: 'line',
		x: { kind: 'day', label: '', min: '2019-01-01', max: '2020-12-31' },
		y: { label: 'a < b', format: 'number' },
		series: [
			{ key: 'a', label: 'A', look: LOOK, stepped: true, points: [{ x: '2019-07-01', y: 15 }] }
		],
		moments: [{ on: '2019-07-01', sign: '1' }],
		periods: [{ from: '2020-03-13', to: '2020-06-01' }],
		goals: [{ from: '2020-06-25', to: '2020-12-31', value: 60, label: 'doel: 60' }]
	};
	const bars: BarChart = {
		kind: 'bar',
		categories: ['Fryslân', 'Noord-Brabant & <Limburg>'],
		x: { label: '' },
		y: { label: '', format: 'number' },
		series: [{ key: 'a', label: 'A', look: LOOK, values: [33, [20, 53]] }]
	};

	it('is named, and has neither scripts nor styles of its own', () => {
		for (const { text } of [drawLineChart(line, 'n', 'd'), drawBarChart(bars, 'n', 'd')]) {
			expect(text).toContain('role="img" aria-labelledby="n" aria-describedby="d"');
			expect(text).not.toMatch(/<script|style=|NaN|undefined|<Limburg>/);
		}
	});

	it('shows goals, and how long a floating bar is', () => {
		expect(drawLineChart(line, 'n', 'd').text).toContain('>doel: 60</text>');
		expect(drawBarChart(bars, 'n', 'd').text.match(/>33<\/text>/g)).toHaveLength(2);
	});

	it('puts the parts of a stack one behind the other, with the total at the end', () => {
		const part = (key: string, value: number) => ({ key, label: key, look: LOOK, values: [value] });
		const stack: BarChart = {
			...{ ...bars, categories: ['2021'], stacked: true },
			series: [part('a', 900), part('b', 600), part('c', 3)]
		};
		const { text } = drawBarChart(stack, 'n', 'd');
		const rects = [...text.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
			([, x, width]) => [Number(x), Number(width)] as const
		);
		expect(rects).toHaveLength(3);
		for (const [at, [x, width]] of rects.slice(0, -1).entries())
			expect(rects[at + 1]![0]).toBeCloseTo(x + width, 0);
		for (const value of ['900', '600', '1.503']) expect(text).toContain(`>${value}</text>`);
		// Too thin for a value: the total has it, and the table.
		expect(text).not.toContain('>3</text>');
	});
});

it('the colours are those of the theme', () => {
	const theme = readFileSync(new URL('../../../base/theme/theme.css', import.meta.url), 'utf8');
	for (const ink of chartInks) expect(theme).toContain(`${inkToken(ink)}: ${INKS[ink]};`);
});
