import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { DUTY_STATES, type DutyState } from '#lib/programme/grant/accountability.ts';
import {
	chosenRows,
	dutySentence,
	DUTY_CHOICES,
	DUTY_WORDS,
	type DutyRow
} from './accountability.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const row = (state: DutyState): DutyRow => ({
	...{ kind: 'survey', libraryId: 1, scheme: 'digitale-inclusie', year: 2020, state },
	...{ awardedCents: 1, dueOn: null, handedInOn: null, accountedCents: null },
	library: { id: 1, slug: 'a', name: 'A', province: 'Zeeland', institute: 'ZB' }
});
const rows = (...states: DutyState[]) => states.map(row);

describe('what is handed in', () => {
	it('is told by what is missing, what of it is late, and what has no last day', () => {
		expect(dutySentence(rows('late', 'undated', 'due', 'handed_in', 'not_yet'), '2022-01-31')).toBe(
			'Stukken die op 31 januari 2022 nog niet zijn ingeleverd: 3 van 5. Daarvan te laat: 1. Uiterste dag niet vastgesteld in bron: 1.'
		);
		expect(dutySentence(rows('not_yet'), '2020-05-01')).toContain('ingeleverd: 0 van 1.');
		expect(dutySentence([], '2019-01-01')).toContain('nog geen toekenning vastgelegd');
	});

	it('has a choice for each state, and one for all that is missing', () => {
		const all = rows(...DUTY_STATES);
		for (const state of DUTY_STATES) expect(chosenRows(all, state)).toEqual([row(state)]);
		expect(chosenRows(all, null)).toEqual(all);
		expect(chosenRows(all, 'missing').map(({ state }) => state)).toEqual([
			'late',
			'due',
			'undated'
		]);
		expect(new Set(DUTY_CHOICES.map((choice) => DUTY_WORDS[choice])).size).toBe(
			DUTY_CHOICES.length
		);
	});
});
