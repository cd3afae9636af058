import { describe, expect, it } from 'vitest';
import { ACT_NAMES, ACTS, actOfKind, actOfWord, fieldsOf } from './act.ts';
import { readDay } from './day-input.ts';
import { actForm } from './schema.ts';
import { parseWorkListParams, workListParams } from './work-list.ts';

describe('a day as people type it', () => {
	it.each([
		['2021-06-15', '2021-06-15'],
		['15-6-2021', '2021-06-15'],
		['5/1/2021', '2021-01-05'],
		[' 15.06.2021 ', '2021-06-15'],
		['30-2-2021', null],
		['2021-13-01', null],
		['morgen', null],
		['', null]
	])('"%s" is %s', (text, day) => {
		expect(readDay(text)).toBe(day);
	});
});

describe('the acts', () => {
	it('have each a word of their own in the address', () => {
		for (const act of ACT_NAMES) expect(actOfWord(ACTS[act].word)).toBe(act);
		expect(actOfWord('herplannen')).toBe('plan');
		expect(actOfWord('toveren')).toBeUndefined();
		expect(actOfWord(null)).toBeUndefined();
	});

	it('are found by the kind of event that they make', () => {
		expect(actOfKind('achieved')).toBe('achieve');
		expect(actOfKind('undone')).toBeUndefined();
		expect(actOfKind('confirmed')).toBeUndefined();
	});

	it('ask how it opened for the opening only', () => {
		expect(fieldsOf('achieve', 'opening')).toContain('openingForm');
		expect(fieldsOf('achieve', 'training')).not.toContain('openingForm');
	});
});

describe('the form of an act', () => {
	it('takes rubbish in hidden fields as nothing, and tells of a wrong day', () => {
		const read = actForm.safeParse({ basedOn: 'x', precision: 'eeuw', openingForm: '?' });
		expect(read.data).toMatchObject({ basedOn: null, precision: 'day', openingForm: null });
		const wrong = actForm.safeParse({ targetOn: '31-6-2021', note: 'x'.repeat(2001) });
		expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['targetOn', 'note']);
	});
});

describe('the address of the list of work', () => {
	it.each(['', 'toon=over-tijd', 'toon=stil&poi=rijnbrink&pagina=3'])(
		'"%s" comes back',
		(query) => {
			const { ignored, ...params } = parseWorkListParams(new URLSearchParams(query));
			expect(ignored).toEqual([]);
			expect(workListParams(params).toString()).toBe(query);
		}
	);

	it('leaves out and names what it cannot use', () => {
		expect(parseWorkListParams(new URLSearchParams('toon=niets&pagina=0'))).toEqual({
			...{ view: 'attention', poi: null, page: 1, ignored: ['niets', '0'] }
		});
	});
});
