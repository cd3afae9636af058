import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTES_PER_DAY, type Spell } from './hours.ts';
import { spellsText } from './hours-text.ts';
import { readHours } from './read-hours.ts';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

describe('hours as people write them', () => {
	it.each([
		['9-17', [[at(9), at(17)]]],
		['9.00-17:30', [[at(9), at(17, 30)]]],
		['9.00 - 17.30 uur', [[at(9), at(17, 30)]]],
		[
			'9:00–12:00 en 13-17',
			[
				[at(9), at(12)],
				[at(13), at(17)]
			]
		],
		['van 9 tot 12.30', [[at(9), at(12, 30)]]],
		['09:00 t/m 17:00u', [[at(9), at(17)]]],
		['9u30-12u', [[at(9, 30), at(12)]]],
		['0900-1730', [[at(9), at(17, 30)]]],
		[
			'13-17, 9-12',
			[
				[at(9), at(12)],
				[at(13), at(17)]
			]
		],
		[
			'9-12 13-17',
			[
				[at(9), at(12)],
				[at(13), at(17)]
			]
		],
		['9-12/12-17', [[at(9), at(17)]]],
		[
			'from 9:00 to 12:00 and 13:00 until 17:00',
			[
				[at(9), at(12)],
				[at(13), at(17)]
			]
		],
		['20-24', [[at(20), at(24)]]],
		['Gesloten', []],
		['dicht', []],
		['-', []],
		['', []]
	])('reads "%s"', (text, spells) => {
		expect(readHours(text)).toEqual({ spells });
	});

	it.each([
		['op afspraak', 'unreadable'],
		['9', 'unreadable'],
		['9-', 'unreadable'],
		['9-12-17', 'unreadable'],
		['9.75-12', 'unreadable'],
		['9-25', 'unreadable'],
		['9-5', 'backwards'],
		['22-2', 'backwards'],
		['9-12 en 11-17', 'overlapping'],
		['9-10, 11-12, 13-14, 15-16, 17-18', 'too_many']
	])('refuses "%s": %s', (text, problem) => {
		expect(readHours(text)).toEqual({ problem });
	});

	it('reads back what it writes, in both languages', () => {
		const spells = fc
			.uniqueArray(fc.integer({ min: 0, max: MINUTES_PER_DAY }), { minLength: 0, maxLength: 8 })
			.map((times) => times.sort((one, other) => one - other))
			.map((times) =>
				Array.from({ length: Math.floor(times.length / 2) }, (_, index): Spell => [
					times[index * 2]!,
					times[index * 2 + 1]!
				])
			);
		fc.assert(
			fc.property(spells, fc.constantFrom('nl', 'en'), (written, locale) => {
				expect(readHours(spellsText(written, locale))).toEqual({ spells: written });
			})
		);
	});

	it('answers to any text without failing', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(Object.keys(readHours(text))).toHaveLength(1);
			})
		);
	});
});
