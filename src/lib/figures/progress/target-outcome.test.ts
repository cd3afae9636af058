import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day/day.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import { parseView } from '#lib/base/selection/view.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { changes } from '#tests/factories/curve-changes.ts';
import { curveRows } from './curve.ts';
import { targetOutcome } from './target-outcome.ts';

const TODAY = '2022-01-31';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const view = (address = '') => parseView(new URLSearchParams(address), TODAY).view;

describe('what became of a target', () => {
	const rows = curveRows(
		{ ...changes, fact: [{ day: '2020-10-07', change: 60 }] },
		{ factDay: '2021-01-31', validOn: '2021-01-31' }
	);
	const on = (
		value: number | null,
		dueOn: Day,
		measure: ProgressMeasure = 'locations',
		mostlyUnfilled = false
	) =>
		targetOutcome(
			{ value, dueOn },
			{
				rows,
				query: { measure, compareOn: '2020-01-01' },
				view: view('peildatum=2021-01-31'),
				today: TODAY,
				mostlyUnfilled
			}
		);

	it('is reached, missed, or still open', () => {
		expect(on(60, '2020-12-31')).toBe('Gehaald op 7 oktober 2020.');
		expect(on(61, '2020-12-31')).toBe('Niet gehaald: 60 van 61 op 31 december 2020.');
		expect(on(400, '2022-12-31')).toBe('Nog niet te zeggen: nu 60 van 400.');
	});

	it('is not called missed while most libraries are still to be filled in', () => {
		expect(on(61, '2020-12-31', 'locations', true)).toBe(
			'Nog niet te zeggen of dit is gehaald: van de meeste bibliotheken is nog niets ingevuld.'
		);
		expect(on(60, '2020-12-31', 'locations', true)).toBe('Gehaald op 7 oktober 2020.');
	});

	it('is not tested where no number was given', () => {
		expect(on(null, '2021-12-31')).toBe(
			'Niet te zeggen of dit is gehaald: er is geen aantal genoemd.'
		);
		expect(on(60, '2020-12-31', 'inhabitants')).toBe('');
	});
});
