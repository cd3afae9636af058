import { describe, expect, it } from 'vitest';
import { copiedCell, readCell, tidyCell, type CellBase, type GridLane } from './cell.ts';

const TODAY = '2021-05-10';
const EMPTY: CellBase = { basedOn: null, was: null, entry: null };
const FILLED: CellBase = { basedOn: 7, was: '2021-04-01', entry: 3 };

const read = (lane: GridLane, base: CellBase, text: string) => readCell(lane, base, text, TODAY);
const act = (name: string, day: string | null) => ({ kind: 'act', act: name, day });
const fault = (name: string) => ({ kind: 'fault', fault: name });

describe('the text of a cell', () => {
	it.each(['', '  ', '1-4-2021', '1 april 2021'])('"%s" leaves alone what stands there', (text) => {
		for (const lane of ['plan', 'forecast', 'done'] as const)
			expect(read(lane, FILLED, text)).toEqual({ kind: 'none' });
	});

	it.each([
		['plan', EMPTY, '1-9-2021', act('plan', '2021-09-01')],
		['plan', FILLED, 'ma 6 september 2021', act('plan', '2021-09-06')],
		['forecast', EMPTY, '1-9-2021', act('forecast', '2021-09-01')],
		['done', EMPTY, '9-5-2021', act('achieve', '2021-05-09')],
		['done', FILLED, '9-5-2021', act('correct', '2021-05-09')],
		['plan', FILLED, '-', act('withdraw_plan', null)],
		['forecast', FILLED, '–', act('withdraw_forecast', null)],
		['done', FILLED, '—', act('undo', null)],
		['plan', EMPTY, '-', fault('nothing_to_take')],
		['plan', EMPTY, 'gauw', fault('not_a_day')],
		['plan', EMPTY, 'zondag 6 september 2021', fault('other_weekday')],
		['plan', EMPTY, '1-1-1890', fault('not_sensible')],
		['done', EMPTY, '11-5-2021', fault('in_future')],
		['plan', EMPTY, '11-5-2022', act('plan', '2022-05-11')]
	] as const)('in %s, %o: "%s" asks for %o', (lane, base, text, meant) => {
		expect(read(lane, base, text)).toEqual(meant);
	});

	it('is written in one way, and copied as a spreadsheet reads it', () => {
		expect(tidyCell(' 1/4/21 ', 'nl')).toBe('1 apr 2021');
		expect(tidyCell('-', 'nl')).toBe('–');
		expect(tidyCell('gauw ', 'nl')).toBe('gauw');
		expect(['1 apr 2021', '–', '', 'gauw'].map(copiedCell)).toEqual([
			'01-04-2021',
			'-',
			'',
			'gauw'
		]);
	});
});
