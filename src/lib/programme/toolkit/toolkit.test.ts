import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readToolkitForm, toolkitValues } from './read-toolkit-form.ts';
import { ITEM_STATES, itemsOn, type ToolkitEntry, type ToolkitSaid } from './toolkit.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const TODAY = '2022-01-31';
const entry = (id: number, change: Partial<ToolkitEntry> = {}): ToolkitEntry => ({
	...{ id, itemCode: 'posters', state: 'besteld', onDay: '2021-03-01', undoesId: null },
	recordedOn: '2021-03-02',
	...change
});

describe('what holds of the toolkit', () => {
	const rows = [
		entry(1),
		entry(2, { state: 'aanwezig', onDay: '2021-04-01', recordedOn: '2021-04-02' }),
		entry(3, { state: null, onDay: '2021-04-01', undoesId: 2, recordedOn: '2021-05-01' })
	];

	it.each<[string, string | null, string | undefined]>([
		['2021-02-28', null, undefined],
		['2021-03-15', null, 'besteld'],
		// The second row was undone; before that was known, it held.
		['2021-04-15', null, 'besteld'],
		['2021-04-15', '2021-04-30', 'aanwezig'],
		['2021-04-15', '2021-03-31', 'besteld'],
		['2021-04-15', '2021-03-01', undefined]
	])('on %s as known on %s', (day, known, state) => {
		expect(itemsOn(rows, day, known).posters?.state).toBe(state);
	});

	it('goes by the day of what is said before the order of recording', () => {
		const late = entry(9, { state: 'afwezig', onDay: '2021-01-01' });
		expect(itemsOn([rows[0]!, late], TODAY).posters?.state).toBe('besteld');
		const same = entry(9, { state: 'afwezig' });
		expect(itemsOn([rows[0]!, same], TODAY).posters?.state).toBe('afwezig');
	});

	it('is after an undo what it was before, whatever was said', () => {
		const day = fc.constantFrom('2021-01-01', '2021-02-01', '2021-03-01');
		const one = fc.record({ state: fc.constantFrom(...ITEM_STATES), onDay: day });
		fc.assert(
			fc.property(fc.array(one), one, (before, said) => {
				const earlier = before.map((row, at) => entry(at + 1, row));
				const added = entry(100, said);
				const undo = entry(101, { ...added, id: 101, state: null, undoesId: 100 });
				expect(itemsOn([...earlier, added, undo], TODAY)).toEqual(itemsOn(earlier, TODAY));
			})
		);
	});
});

describe('the form of the toolkit', () => {
	const read = (values: Record<string, string>) =>
		readToolkitForm((name) => values[name] ?? '', ['posters', 'video'], TODAY);

	it('takes a state with its day, and leaves alone what is empty', () => {
		expect(read({ 'state-posters': 'aanwezig', 'onDay-posters': '3 mrt 2021' }).said).toEqual({
			posters: { state: 'aanwezig', onDay: '2021-03-03' },
			video: null
		});
	});

	it.each<[Record<string, string>, string[]]>([
		[{ 'state-posters': 'aanwezig' }, ['onDay-posters']],
		[{ 'onDay-posters': '3 mrt 2021' }, ['state-posters']],
		[{ 'state-posters': 'gestolen', 'onDay-posters': '3 mrt 2021' }, ['state-posters']],
		[{ 'state-posters': 'aanwezig', 'onDay-posters': '31-2-2021' }, ['onDay-posters']],
		[{ 'state-posters': 'aanwezig', 'onDay-posters': '1-2-2022' }, ['onDay-posters']],
		[{ 'state-posters': 'aanwezig', 'onDay-posters': '1-1-20199' }, ['onDay-posters']],
		[{ 'state-posters': 'aanwezig', 'onDay-posters': '31-12-2018' }, ['onDay-posters']],
		[
			{ 'state-posters': 'x', 'onDay-posters': 'x', 'state-video': 'besteld' },
			['state-posters', 'onDay-posters', 'onDay-video']
		]
	])('refuses %j at %j', (values, fields) => {
		expect(Object.keys(read(values).errors ?? {})).toEqual(fields);
	});

	it('reads back what it shows', () => {
		const said = fc.option(
			fc.record({
				state: fc.constantFrom(...ITEM_STATES),
				onDay: fc.constantFrom('2019-01-01', '2020-02-29', '2022-01-31')
			})
		);
		fc.assert(
			fc.property(fc.record({ posters: said, video: said }), (all: ToolkitSaid) => {
				const typed = toolkitValues(all);
				expect(read(typed).said).toEqual(all);
			})
		);
	});
});
