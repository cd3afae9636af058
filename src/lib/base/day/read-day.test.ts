import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, formatShortDay } from './day.ts';
import { readDay } from './read-day.ts';

const day = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays('2000-01-01', count));

describe('a day as people write it', () => {
	it.each([
		['2021-12-31', '2021-12-31'],
		['31-12-2021', '2021-12-31'],
		['31/12/21', '2021-12-31'],
		[' 31.12.2021 ', '2021-12-31'],
		['31 12 2021', '2021-12-31'],
		['31 dec 2021', '2021-12-31'],
		['31 dec. 2021', '2021-12-31'],
		['31 December 2021', '2021-12-31'],
		['1 mrt 21', '2021-03-01'],
		['1-mrt-2021', '2021-03-01'],
		['3 may 2021', '2021-05-03'],
		['3/4/2021', '2021-04-03']
	])('%s is %s', (text, expected) => {
		expect(readDay(text)).toBe(expected);
	});

	it.each(['', '12/31/21', '30-2-2021', '31 dec', 'dec 2021', '31 xyz 2021', '31 ma 2021', '2021'])(
		'"%s" is none',
		(text) => {
			expect(readDay(text)).toBeNull();
		}
	);

	it('reads back every day in whatever way it is written', () => {
		fc.assert(
			fc.property(day, fc.constantFrom('-', '/', '.', ' '), (iso, mark) => {
				const [year, month, date] = iso.split('-').map(Number);
				expect(readDay(`${date}${mark}${month}${mark}${year}`)).toBe(iso);
				expect(readDay(formatDay(iso, 'nl'))).toBe(iso);
				expect(readDay(formatDay(iso, 'en'))).toBe(iso);
				expect(readDay(formatShortDay(iso, 'nl'))).toBe(iso);
				expect(readDay(formatShortDay(iso, 'en'))).toBe(iso);
			})
		);
	});

	it('never fails, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const read = readDay(text);
				expect(read === null || readDay(read) === read).toBe(true);
			})
		);
	});
});
