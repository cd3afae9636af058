import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { barText } from './bar-values.ts';
import { endRoom, liftOver, namesEnds, overEnd, placeEndLabels } from './end-labels.ts';
import { legendOf } from './legend.ts';
import type { BarChart, LineChart } from './types.ts';
import { unitText } from './value-text.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const bars: BarChart = {
	kind: 'bar',
	categories: ['Drenthe', 'Zeeland'],
	x: { label: '' },
	y: { label: 'Dagen', unit: 'dagen', format: 'number' },
	series: [
		{
			key: 'days',
			label: 'Dagen',
			look: { ink: 'teal', dash: 'solid', shape: 'circle' },
			values: [3, null]
		}
	]
};

describe('names at the ends of lines', () => {
	it('stand beside their line, and apart where lines end close together', () => {
		const at = (y: number) => ({ x: 100, y, width: 80 });
		expect(placeEndLabels([at(50), at(200)], 400)).toEqual([50, 200]);
		expect(placeEndLabels([at(60), at(50), at(55)], 400)).toEqual([84, 50, 67]);
	});

	it('do not move for a line that ends elsewhere on the axis', () => {
		const labels = [
			{ x: 0, y: 50, width: 40 },
			{ x: 300, y: 52, width: 40 }
		];
		expect(placeEndLabels(labels, 400)).toEqual([50, 52]);
	});

	it('stand above a line that runs on level under them, and beside one that leaves', () => {
		const label = { x: 100, y: 60, width: 80 };
		const at = (x: number, y: number) => ({ x, y });
		expect(liftOver(label, [[at(90, 60), at(120, 66), at(170, 64)]])).toBe(47);
		expect(liftOver(label, [[at(100, 60), at(110, 50), at(150, 10)]])).toBe(60);
		expect(liftOver(label, [[at(50, 60), at(90, 60)], [at(120, 90)]])).toBe(60);
		expect(liftOver(label, [])).toBe(60);
	});

	it('stay above the foot of the chart', () => {
		const at = (y: number) => ({ x: 100, y, width: 80 });
		expect(placeEndLabels([at(398), at(395)], 400)).toEqual([400, 383]);
	});

	it('stand over the end of their line on a narrow chart, and whole inside it', () => {
		expect(overEnd({ x: 200, y: 80 }, 60, 340)).toEqual({ x: 144, y: 66.4, width: 60 });
		expect(overEnd({ x: 339, y: 80 }, 60, 340).x).toBe(278);
		expect(overEnd({ x: 20, y: 80 }, 60, 340).x).toBe(0);
		// At the top there is no room over the end: beside it, and at the right edge just inside.
		expect(overEnd({ x: 200, y: 12 }, 60, 340)).toEqual({ x: 209, y: 12, width: 60 });
		expect(overEnd({ x: 339, y: 12 }, 60, 340)).toEqual({ x: 278, y: 8.5, width: 60 });
	});

	it('are for several lines in a chart with room', () => {
		const { look } = bars.series[0]!;
		const line = (key: string) => ({ key, label: key, look, points: [] });
		const chart: LineChart = {
			kind: 'line',
			x: { kind: 'day', label: '' },
			y: bars.y,
			series: [line('a'), line('b')]
		};
		expect(namesEnds(chart)).toBe(true);
		expect(namesEnds({ ...chart, small: true })).toBe(false);
		expect(namesEnds({ ...chart, series: [line('a')] })).toBe(false);
		expect(endRoom(chart, 1000)).toBeGreaterThan(endRoom(chart, 340));
	});
});

describe('bars', () => {
	it('carry their value, also where they float; nothing where there is none', () => {
		expect([3, [4, 10], 0, null].map((value) => barText(value, bars))).toEqual(['3', '6', '', '']);
	});

	it('need no legend when there is one series', () => {
		const panel = { key: 'a', title: null, chart: bars };
		expect(legendOf([panel])).toEqual([]);
		const two = {
			...bars,
			series: [bars.series[0]!, { ...bars.series[0]!, key: 'b', label: 'B' }]
		};
		expect(legendOf([{ ...panel, chart: two }])).toHaveLength(2);
	});

	it('and lines alike: only what a single line does not say by itself is explained', () => {
		const { look } = bars.series[0]!;
		const chart: LineChart = {
			...{ kind: 'line', x: { kind: 'day', label: '' }, y: bars.y },
			series: [{ key: 'fact', label: 'Gerealiseerd', look, points: [] }],
			incomplete: { from: '2022-01-17', to: '2022-01-31' },
			names: { incomplete: 'Nog niet alles gemeld' }
		};
		expect(legendOf([{ key: 'a', title: null, chart }]).map(({ key }) => key)).toEqual([
			'incomplete'
		]);
	});
});

describe('a tip', () => {
	it('says what its number counts', () => {
		expect(unitText(12, bars.y)).toBe('12 dagen');
		expect(unitText(0.5, { label: 'Deel', format: 'share' })).toMatch(/^50\s?%$/);
		expect(unitText(0.1, { label: 'Euro per inwoner', format: 'euro' })).toMatch(/^€\s0,10$/);
		expect(unitText(12, { label: 'Weken na de aanvraag', format: 'number' })).toBe(
			'12 (weken na de aanvraag)'
		);
	});
});
