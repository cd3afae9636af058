import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { OpeningSchedule, Spell } from './hours.ts';
import {
	comingExceptions,
	hoursOn,
	localTime,
	nextOpening,
	spellAt,
	weekdayIndex,
	weeklyMinutes
} from './hours-on.ts';
import { durationText, nowText, todayText } from './hours-text.ts';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const MORNING: Spell = [at(9), at(12)];
const AFTERNOON: Spell = [at(13), at(17)];
/** Monday and Tuesday; from March on only Wednesday; closed at Christmas. */
const SCHEDULE: OpeningSchedule = {
	weeks: [
		{
			validFrom: '2021-01-01',
			week: { kind: 'inloop', days: [[MORNING, AFTERNOON], [MORNING], [], [], [], [], []] }
		},
		{ validFrom: '2022-03-01', week: { kind: null, days: [[], [], [AFTERNOON], [], [], [], []] } },
		{ validFrom: '2022-06-01', week: null }
	],
	exceptions: [
		{ id: 1, from: '2022-02-07', until: '2022-02-08', name: 'Storm', spells: [] },
		{ id: 2, from: '2022-02-08', until: '2022-02-08', name: 'Toch', spells: [[at(10), at(11)]] }
	]
};

describe('the hours of a day', () => {
	it.each([
		['2020-12-31', null],
		['2022-01-31', [MORNING, AFTERNOON]],
		['2022-02-01', [MORNING]],
		['2022-02-02', []],
		['2022-02-07', []],
		['2022-02-08', [[at(10), at(11)]]],
		['2022-02-28', [MORNING, AFTERNOON]],
		['2022-03-01', []],
		['2022-03-02', [AFTERNOON]],
		['2022-06-01', null]
	])('%s', (day, spells) => {
		expect(hoursOn(SCHEDULE, day)?.spells ?? null).toEqual(spells);
	});

	it('knows the weekday of each day', () => {
		expect(weekdayIndex('2022-01-31')).toBe(0);
		expect(weekdayIndex('2022-02-06')).toBe(6);
	});

	it('adds the minutes of a week', () => {
		expect(weeklyMinutes(SCHEDULE.weeks[0]!.week!)).toBe(10 * 60);
	});

	it('tells which other hours are still to come, the first one first', () => {
		expect(comingExceptions(SCHEDULE, '2022-02-08').map(({ id }) => id)).toEqual([1, 2]);
		expect(comingExceptions(SCHEDULE, '2022-02-09')).toEqual([]);
	});
});

describe('open at a moment', () => {
	it.each([
		[at(8, 59), null],
		[at(9), MORNING],
		[at(11, 59), MORNING],
		[at(12), null],
		[at(13), AFTERNOON],
		[at(17), null]
	])('minute %i of a Monday', (minute, spell) => {
		expect(spellAt(SCHEDULE, '2022-01-31', minute)).toEqual(spell);
	});

	it('is in one spell of the day or before a next one that is really there', () => {
		const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2021-01-01', days));
		fc.assert(
			fc.property(day, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
				const spell = spellAt(SCHEDULE, on, minute);
				const next = nextOpening(SCHEDULE, on, minute);
				if (spell) expect(spell[0] <= minute && minute < spell[1]).toBe(true);
				if (!next) return;
				expect(next.day > on || next.spell[0] > minute).toBe(true);
				expect(spellAt(SCHEDULE, next.day, next.spell[0])).toEqual(next.spell);
				// Between now (or the end of what runs now) and then nothing opens.
				for (let between = on; between <= next.day; between = addDays(between, 1)) {
					for (const [from] of hoursOn(SCHEDULE, between)?.spells ?? []) {
						const isEarlier = between < next.day || from < next.spell[0];
						expect(isEarlier && (between > on || from > minute)).toBe(false);
					}
				}
			})
		);
	});

	it('looks no further than two months', () => {
		expect(nextOpening(SCHEDULE, '2022-05-26', 0)).toBeNull();
	});

	it('goes by the clock of Amsterdam, in summer and in winter', () => {
		expect(localTime(new Date('2022-01-31T23:30:00Z'))).toEqual({ day: '2022-02-01', minute: 30 });
		expect(localTime(new Date('2022-07-01T22:30:00Z'))).toEqual({ day: '2022-07-02', minute: 30 });
		expect(localTime(new Date('2022-03-27T01:00:00Z'))).toEqual({
			day: '2022-03-27',
			minute: at(3)
		});
	});
});

describe('in words', () => {
	it.each([
		['2022-01-31', 'Vandaag open van 9.00 tot 12.00 en van 13.00 tot 17.00 uur.'],
		['2022-02-02', 'Vandaag gesloten. Weer open dinsdag van 10.00 tot 11.00 uur.'],
		['2021-12-21', 'Vandaag open van 9.00 tot 12.00 uur.'],
		['2022-05-25', 'Vandaag open van 13.00 tot 17.00 uur.'],
		['2022-02-07', 'Vandaag gesloten (Storm). Weer open morgen van 10.00 tot 11.00 uur.'],
		['2022-02-08', 'Vandaag open van 10.00 tot 11.00 uur, anders dan normaal (Toch).'],
		['2022-05-26', 'Vandaag gesloten.'],
		['2022-06-01', null]
	])('today, %s', (day, text) => {
		expect(todayText(SCHEDULE, day, 'nl')).toBe(text);
	});

	it('no longer says when it is open today once the last hours are over', () => {
		const monday = (minute: number) => todayText(SCHEDULE, '2022-01-31', 'nl', minute);
		const whole = 'Vandaag open van 9.00 tot 12.00 en van 13.00 tot 17.00 uur.';
		expect([monday(at(8)), monday(at(12, 30)), monday(at(16, 59))]).toEqual([whole, whole, whole]);
		expect(monday(at(17))).toBe(
			'Vandaag is het niet meer open. Weer open morgen van 9.00 tot 12.00 uur.'
		);
		expect(todayText(SCHEDULE, '2022-02-02', 'nl', at(20))).toMatch(/^Vandaag gesloten\./);
	});

	it('names the date of a day that is further than a week away', () => {
		const holiday = {
			id: 3,
			from: '2022-01-24',
			until: '2022-02-06',
			name: 'Verbouwing',
			spells: []
		};
		const schedule = { ...SCHEDULE, exceptions: [holiday, SCHEDULE.exceptions[0]!] };
		expect(todayText(schedule, '2022-01-25', 'nl')).toBe(
			'Vandaag gesloten (Verbouwing). Weer open maandag 14 februari 2022 van 9.00 tot 12.00 en van 13.00 tot 17.00 uur.'
		);
	});

	it.each([
		['nl', at(1), '1 uur'],
		['en', at(1), '1 hour'],
		['en', at(1, 30), '1.5 hours']
	] as const)('a time that lasts, in %s, %i minutes', (locale, minutes, text) => {
		overwriteGetLocale(() => locale);
		expect(durationText(minutes)).toBe(text);
		overwriteGetLocale(() => 'nl');
	});

	it.each([
		['2022-01-31', at(8), false, 'Nu gesloten, vandaag open om 9.00 uur'],
		['2022-01-31', at(10), true, 'Nu open, tot 12.00 uur'],
		['2022-01-31', at(12, 30), false, 'Nu gesloten, vandaag open om 13.00 uur'],
		['2022-01-31', at(17), false, 'Nu gesloten, morgen open om 9.00 uur'],
		['2022-01-29', at(17), false, 'Nu gesloten, maandag open om 9.00 uur'],
		['2022-05-26', at(9), false, 'Nu gesloten']
	])('now, %s at minute %i', (day, minute, open, text) => {
		expect(nowText(SCHEDULE, { day, minute }, 'nl')).toEqual({ open, text });
	});
});
