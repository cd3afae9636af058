import { describe, expect, it } from 'vitest';
import { daysBetween, isDay } from './day.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');
/** What the calendar of the engine says of it. */
const isCalendarDay = (text: string) =>
	!Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
	new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;

describe('isDay', () => {
	it('says what the calendar says, of months and days that are and are not', () => {
		for (const year of ['0001', '1899', '1900', '2000', '2019', '2020', '2021', '2100', '9999']) {
			for (let month = 0; month <= 13; month++) {
				for (let day = 0; day <= 32; day++) {
					const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
					expect([text, isDay(text)]).toEqual([text, isCalendarDay(text)]);
				}
			}
		}
	});

	it.each(['', '2021', '2021-1-01', '2021-01-1', '21-01-01', '2021-01-01 ', ' 2021-01-01', 'x'])(
		'refuses %j',
		(text) => expect(isDay(text)).toBe(false)
	);
});

it('counts the days between over a leap day', () => {
	expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
	expect(daysBetween('2021-03-01', '2021-02-28')).toBe(-1);
});
