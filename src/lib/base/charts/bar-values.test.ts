import { describe, expect, it } from 'vitest';
import { barText } from './bar-values.ts';
import { isStack, totalText } from './stack.ts';
import type { BarChart } from './types.ts';

const look = { ink: 'teal', dash: 'solid', shape: 'square' } as const;
const chart = (of: BarChart['series'][number]['values'][], stacked = true): BarChart => ({
	kind: 'bar',
	stacked,
	categories: ['2020', '2021'],
	x: { label: '' },
	y: { label: '', format: 'number' },
	series: of.map((values, at) => ({ key: String(at), label: String(at), look, values }))
});

describe('what bars carry', () => {
	it('is the total at the end of a stack, with every part in it, however thin', () => {
		const parts = chart([
			[1200, null],
			[3, 0]
		]);
		expect(isStack(parts)).toBe(true);
		expect(totalText(parts, 0)).toBe('1.203');
		// Where nothing stands, nothing is written.
		expect(totalText(parts, 1)).toBe('');
	});

	it('is one value where each bar is of one series only', () => {
		const oneEach = chart([
			[1200, null],
			[0, 3]
		]);
		expect(isStack(oneEach)).toBe(false);
	});

	it('is no total of bars that float, or that stand beside each other', () => {
		expect(isStack(chart([[[20, 53]], [[53, 60]]]))).toBe(false);
		expect(isStack(chart([[1, 2]], false))).toBe(false);
		expect(barText([20, 53], chart([[[20, 53]]]))).toBe('33');
	});
});
