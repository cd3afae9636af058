import { describe, expect, it } from 'vitest';
import { nextToSend, readEntry, writeEntry, type Entry } from './entry.ts';

const entry = (key: string, minute: number, about: string, isRefused = false): Entry => ({
	...{ v: 2 as const, key, about, action: '/x?/record', fields: [['answer.b1', 'é”']], label: key },
	madeAt: new Date(Date.UTC(2021, 4, 10, 9, minute)).toISOString(),
	refused: isRefused ? { said: [], theirs: 'x', again: [], action: '/x?/correct' } : null
});

describe('what is sent next', () => {
	it.each([
		['nothing of an empty queue', [], undefined],
		['the oldest, wherever it stands', [entry('b', 2, 'x'), entry('a', 1, 'y')], 'a'],
		['of one moment the first', [entry('a', 1, 'x'), entry('b', 1, 'y')], 'a'],
		['not what was refused, others go on', [entry('a', 1, 'x', true), entry('b', 2, 'y')], 'b'],
		[
			'not what was said later about the same',
			[entry('a', 1, 'x', true), entry('b', 2, 'x')],
			undefined
		],
		['what was said before the refused one', [entry('a', 1, 'x'), entry('b', 2, 'x', true)], 'a']
	])('is %s', (_, entries, expected) => {
		expect(nextToSend(entries)?.key).toBe(expected);
	});
});

describe('an entry that was written down', () => {
	it('reads as it was', () => {
		const one = entry('a', 1, 'x', true);
		expect(readEntry(writeEntry(one))).toEqual(one);
	});

	it('of the first version is read by all that come after', () => {
		const written =
			'{"v":1,"key":"k","action":"/mijn-bibliotheken?/record","fields":[["madeOn","2021-05-10"]],"madeAt":"2021-05-10T09:00:00.000Z","about":"b1-training","label":"Training","refused":null}';
		expect(readEntry(written)).toMatchObject({ key: 'k', fields: [['madeOn', '2021-05-10']] });
	});

	it('of the first version that was refused goes again to where it went', () => {
		const written =
			'{"v":1,"key":"k","action":"/x?/record","fields":[],"madeAt":"2021-05-10T09:00:00.000Z","about":"b1-training","label":"x","refused":{"said":["nee"],"theirs":null,"again":[["a","b"]]}}';
		expect(readEntry(written)?.refused).toEqual({
			said: ['nee'],
			theirs: null,
			again: [['a', 'b']],
			action: '/x?/record'
		});
	});

	it('of a newer version is left alone', () => {
		expect(readEntry('{"v":3,"key":"k"}')).toBeNull();
	});
});
