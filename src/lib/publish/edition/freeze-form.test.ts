import { describe, expect, it } from 'vitest';
import { readFreezeChoice } from './freeze-form.ts';

const TODAY = '2022-01-31';
const read = (query: string) => readFreezeChoice(new URLSearchParams(query), TODAY);

describe('what to freeze', () => {
	it('is known up to today unless said otherwise', () => {
		expect(read('kwartaal=2021-k4')).toMatchObject({
			quarter: { code: '2021-k4', end: '2021-12-31' },
			knownOn: TODAY
		});
	});

	it.each(['2020-06-30', '2020-07-15', TODAY])('may be as known on %s', (day) => {
		expect(read(`kwartaal=2020-k2&bekendOp=${day}`)).toMatchObject({ knownOn: day });
	});

	it.each(['', 'kwartaal=', 'kwartaal=2022-k1', 'kwartaal=2021-k5', 'kwartaal=2021-k1;drop'])(
		'is not "%s"',
		(query) => {
			expect(Object.keys(read(query).errors ?? {})).toEqual(['kwartaal']);
		}
	);

	it.each(['2020-06-29', '2022-02-01', '2021-02-30', 'gisteren'])(
		'is not as known on %s',
		(day) => {
			const choice = read(`kwartaal=2020-k2&bekendOp=${day}`);
			expect(Object.keys(choice.errors ?? {})).toEqual(['bekendOp']);
			expect(choice.quarter?.code).toBe('2020-k2');
		}
	);
});
