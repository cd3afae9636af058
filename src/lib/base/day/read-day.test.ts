import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, formatShortDay } from './day.ts';
import { dayOfOtherWeekday, readDay } from './read-day.ts';

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
		['3/4/2021', '2021-04-03'],
		['1e januari 2022', '2022-01-01'],
		['1ste januari 2022', '2022-01-01'],
		['2de mrt 2022', '2022-03-02'],
		['1december 2021', '2021-12-01'],
		["5 maart '21", '2021-03-05'],
		['5-3-’21', '2021-03-05'],
		['zaterdag 1 januari 2022', '2022-01-01'],
		['za. 1 jan. 2022', '2022-01-01'],
		['Saturday, 1st January 2022', '2022-01-01'],
		['sat 1/1/22', '2022-01-01'],
		['January 1st, 2022', '2022-01-01'],
		['vr 2021-12-31', '2021-12-31']
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

	describe('with its weekday', () => {
		const writings = fc.record({
			locale: fc.constantFrom('nl-NL', 'en-GB'),
			weekday: fc.constantFrom('long', 'short'),
			month: fc.constantFrom('long', 'short'),
			mark: fc.constantFrom(' ', ', ', '. '),
			ordinal: fc.constantFrom('', 'e', 'th'),
			year: fc.constantFrom("'", '’', '20')
		});
		const written = (
			iso: string,
			of: string,
			way: typeof writings extends fc.Arbitrary<infer W> ? W : never
		) => {
			const part = (day: string, options: Intl.DateTimeFormatOptions) =>
				new Intl.DateTimeFormat(way.locale, { ...options, timeZone: 'UTC' }).format(new Date(day));
			const weekday = part(of, { weekday: way.weekday });
			const [year, , date] = iso.split('-').map(Number);
			const end = `${way.year}${String(year).slice(2)}`;
			return `${weekday}${way.mark}${date}${way.ordinal} ${part(iso, { month: way.month })} ${end}`;
		};

		it('is read in whatever way it is written', () => {
			fc.assert(
				fc.property(day, writings, (iso, way) => {
					expect(readDay(written(iso, iso, way))).toBe(iso);
				})
			);
		});

		it('is none when the two contradict each other, and both are known', () => {
			const shift = fc.integer({ min: 1, max: 6 });
			fc.assert(
				fc.property(day, shift, writings, (iso, days, way) => {
					const text = written(iso, addDays(iso, days), way);
					expect(readDay(text)).toBeNull();
					expect(dayOfOtherWeekday(text)).toBe(iso);
				})
			);
			expect(dayOfOtherWeekday('zaterdag 1 januari 2022')).toBeNull();
			expect(dayOfOtherWeekday('zondag 31 februari 2022')).toBeNull();
		});
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
