import { describe, expect, it } from 'vitest';
import { parseHeadlineQuery } from './headline-query.ts';

const today = '2022-01-31';
const parse = (query: string) => parseHeadlineQuery(new URLSearchParams(query), today);

describe('the parameters of the API', () => {
	it('are today and the whole country when absent or empty', () => {
		const expected = {
			asOf: { validOn: today, knownOn: null },
			province: null,
			errors: [],
			unknownProvince: false
		};
		expect(parse('')).toEqual(expected);
		expect(parse('peildatum=&bekendOp=&provincie=&utm_source=x')).toEqual(expected);
	});

	it('take both dates and a province in any spelling', () => {
		expect(parse('peildatum=2020-06-30&bekendOp=2020-12-31&provincie=Friesland')).toMatchObject({
			asOf: { validOn: '2020-06-30', knownOn: '2020-12-31' },
			province: 'fryslan',
			errors: []
		});
	});

	it('give all errors together', () => {
		const { errors, unknownProvince } = parse(
			'peildatum=2021-02-30&bekendOp=1999-01-01&provincie=atlantis'
		);
		expect(errors.map(({ parameter, value }) => [parameter, value])).toEqual([
			['peildatum', '2021-02-30'],
			['bekendOp', '1999-01-01'],
			['provincie', 'atlantis']
		]);
		expect(unknownProvince).toBe(true);
	});

	it('may be given once', () => {
		expect(parse('peildatum=2020-06-30&peildatum=2020-07-01').errors).toMatchObject([
			{ parameter: 'peildatum' }
		]);
	});
});
