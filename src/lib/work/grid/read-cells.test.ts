import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBases, writeBases } from './base-field.ts';
import { gridSearch, readGridParams } from './params.ts';
import type { GridParams } from './types.ts';
import { readCells } from './read-cells.ts';

const BASE = { basedOn: 9, was: '2021-04-01', entry: 3 };

function formOf(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

it('the cells of a form are those with what they were; others are counted', () => {
	const { cells, unreadable } = readCells(
		formOf({
			stand: writeBases([['b12-training', BASE]]),
			'dag.b12-training': '1-5-2021',
			'keuze.b12-training': 'mine',
			'ander.b12-training': '11',
			'dag.b13-training': '1-5-2021',
			'dag.zomaar': 'x',
			reason: 'ict'
		})
	);
	expect(cells).toEqual([
		{
			...{ key: 'b12-training', level: 'library', id: 12, milestoneCode: 'training' },
			...{ text: '1-5-2021', base: BASE, theirsId: 11, choice: 'mine' }
		}
	]);
	expect(unreadable).toBe(2);
});

it('what cells were comes back, and rubbish is nothing', () => {
	expect([...readBases(writeBases([['p3-opening', BASE]]))]).toEqual([['p3-opening', BASE]]);
	for (const text of [
		'',
		'null',
		'[1]',
		'{"a":[1,2]}',
		'{"a":["1",null,null]}',
		'{"a":[1,"x",null]}'
	])
		expect(readBases(text).size).toBe(0);
	fc.assert(fc.property(fc.json(), (text) => readBases(text).size >= 0));
});

it('an address says what the table shows, and is read back', () => {
	const params: GridParams = {
		...{ lane: 'done', show: 'locations', poi: 'zb', long: true, page: 3 },
		...{ province: 'zeeland', library: 'bibliotheek-oosterschelde' }
	};
	expect(readGridParams(gridSearch(params))).toEqual({ params, ignored: [] });
	expect(readGridParams(new URLSearchParams('laan=x&pagina=0')).ignored).toEqual(['0', 'x']);
	expect(gridSearch(readGridParams(new URLSearchParams()).params).toString()).toBe('');
});
