import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { planText } from './plan-text.ts';

const TODAY = '2022-01-31';

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('the plan in a tile', () => {
	it.each([
		[41, 53, 'Gepland: 53 (12 achter)'],
		[53, 41, 'Gepland: 41 (12 voor)'],
		[53, 53, 'Gepland: 53 (op schema)']
	])('holds %i open against %i planned', (open, planned, text) => {
		expect(planText({ open, planned, total: 137 }, '2020-06-30', TODAY)).toBe(text);
	});

	it('has no verdict where nothing was planned, and says nothing where there is nothing', () => {
		// Later plans there may be.
		expect(planText({ open: 0, planned: 0, total: 4 }, TODAY, TODAY)).toBe(
			'Gepland tot en met 31 jan 2022: 0'
		);
		expect(planText({ open: 0, planned: 0, total: 0 }, TODAY, TODAY)).toBe('');
	});

	it('has no verdict beside a status that nothing has', () => {
		const on = (open: number) => ({ open, planned: 53, total: 137, judged: false });
		expect(planText(on(53), TODAY, TODAY)).toBe('Gepland: 53');
		expect(planText(on(41), TODAY, TODAY)).toBe('Gepland: 53');
	});

	it('only tells the plan of a day to come', () => {
		expect(planText({ open: 41, planned: 53, total: null }, '2022-06-30', TODAY)).toBe(
			'Gepland tot en met 30 jun 2022: 53'
		);
	});
});
