import { describe, expect, it } from 'vitest';
import { ACT_NAMES, ACTS, actOfKind, actOfWord, fieldsOf } from '#lib/ledger/event/act.ts';
import { isOfAnotherDay } from './event-values.ts';
import { sameName } from './same-name.ts';
import { actForm } from './schema.ts';
import { parseWorkListParams, workListParams } from './work-list.ts';

describe('a form that was left open overnight', () => {
	const of = (typed: Record<string, string>) => actForm.parse({ milestone: 'training', ...typed });

	it('is asked about when it still says the day on which it was made', () => {
		const typed = of({ madeOn: '2021-05-09', effectiveOn: '2021-05-09' });
		expect(isOfAnotherDay(typed, '2021-05-10')).toBe(true);
		expect(isOfAnotherDay(typed, '2021-05-09')).toBe(false);
	});

	it('is left alone when another day was chosen, or none', () => {
		const chosen = of({ madeOn: '2021-05-09', effectiveOn: '2021-05-03' });
		expect(isOfAnotherDay(chosen, '2021-05-10')).toBe(false);
		expect(isOfAnotherDay(of({ madeOn: '2021-05-09' }), '2021-05-10')).toBe(false);
	});
});

describe('the name of a location', () => {
	it('is the same whatever its capitals, accents, signs and spaces', () => {
		expect(sameName('Bibliotheek Kampen-Zuid', 'bibliotheek  kampen zuid')).toBe(true);
		expect(sameName('Café Één', 'cafe een')).toBe(true);
		expect(sameName('Kampen Zuid', 'Kampen Noord')).toBe(false);
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
	it.each([
		'',
		'toon=over-tijd',
		'toon=stil&poi=rijnbrink&pagina=3',
		'provincie=overijssel&bibliotheek=bibliotheek-hengelo&mijlpaal=training'
	])('"%s" comes back', (query) => {
		const { ignored, ...params } = parseWorkListParams(new URLSearchParams(query));
		expect(ignored).toEqual([]);
		expect(workListParams(params).toString()).toBe(query);
	});

	it('leaves out and names what it cannot use', () => {
		expect(parseWorkListParams(new URLSearchParams('toon=niets&pagina=0&mijlpaal=record'))).toEqual(
			{
				...{
					view: 'attention',
					poi: null,
					province: null,
					library: null,
					milestone: null,
					page: 1
				},
				ignored: ['niets', '0', 'record']
			}
		);
	});
});
