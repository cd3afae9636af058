import { describe, expect, it } from 'vitest';
import { dayOfEntry, readKey, readMadeAt } from './sent.ts';

const TODAY = '2021-05-10';

describe('the day of an entry that waited', () => {
	it.each([
		['the day on which it was made', '2021-05-08', '2021-05-08', '2021-05-08'],
		['also on a page of an earlier day', '2021-05-08', '2021-05-01', '2021-05-08'],
		['also of a button, which has no day', '2021-05-08', null, '2021-05-08'],
		['today when it did not wait', null, '2021-05-08', TODAY],
		['today with a clock that runs ahead', '2021-05-12', '2021-05-10', TODAY],
		['today with a clock that is years behind', '2019-01-01', null, TODAY],
		['today with a clock that is behind the page', '2021-05-07', '2021-05-08', TODAY]
	])('is %s', (_, day, pageOn, expected) => {
		expect(dayOfEntry(day, pageOn, TODAY)).toBe(expected);
	});
});

describe('what a browser adds to an entry', () => {
	it('is a key, and nothing that only looks like one', () => {
		const key = crypto.randomUUID();
		expect(readKey(key)).toBe(key);
		expect([null, '', `${key} `, key.toUpperCase(), '1', `${key}'--`].map(readKey)).toEqual(
			Array(6).fill(null)
		);
	});

	it('is a moment, and nothing else', () => {
		expect(readMadeAt('2021-05-08T10:00:00.000Z')).toEqual(new Date('2021-05-08T10:00:00Z'));
		expect([null, '', '2021-05-08', '2021-99-99T10:00:00Z', 'gisteren'].map(readMadeAt)).toEqual(
			Array(5).fill(null)
		);
	});
});
