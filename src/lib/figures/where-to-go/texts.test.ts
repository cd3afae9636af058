import { describe, expect, it } from 'vitest';
import type { OpeningSchedule, Spells } from '#lib/network/opening-hours/hours.ts';
import { answerSentence, phoneSentence } from './texts.ts';
import type { NearPoint } from './types.ts';

/** A Wednesday. */
const TODAY = '2022-02-02';
const EVENING = 22 * 60;
const AFTERNOON = 14 * 60;

const daily = (spells: Spells): OpeningSchedule => ({
	weeks: [{ validFrom: '2019-01-01', week: { days: Array<Spells>(7).fill(spells), kind: null } }],
	exceptions: []
});
const MORNINGS = daily([[540, 720]]);
const ALL_DAY = daily([[540, 1020]]);

const point = (name: string, km: number, schedule: OpeningSchedule | null) =>
	({
		...{ id: km, name, km, address: 'Markt 1', town: 'Uden' },
		...{ state: schedule ? 'open' : 'hours_unknown', accessible: true },
		schedule: schedule ?? { weeks: [], exceptions: [] }
	}) as NearPoint;

const answer = (points: NearPoint[]): Parameters<typeof answerSentence>[0] => ({
	...{ found: { place: { name: 'Uden' } }, points, today: TODAY },
	view: { asOf: { validOn: TODAY } }
});

const NEAR = point('A', 1, MORNINGS);
const FAR = point('B', 4, ALL_DAY);
const UNKNOWN = point('C', 6, null);

describe('the sentence that says where to go today', () => {
	it.each<[string, NearPoint[], number | undefined, string]>([
		[
			'without a clock, so that it is true at every hour',
			[NEAR, FAR],
			undefined,
			'dat vandaag open is, is A, op 1 km van Uden (hemelsbreed, benaderd). Het sluit vandaag om 12.00 uur. Daarna is B nog open, op 4 km, tot 17.00 uur.'
		],
		['where nothing closes later', [FAR, NEAR], undefined, 'Het sluit vandaag om 17.00 uur.'],
		['before it closes', [NEAR, FAR], 600, 'dat vandaag open is, is A, op 1 km'],
		[
			'once the nearest has closed',
			[NEAR, FAR],
			AFTERNOON,
			'dat vandaag nog open is, is B, op 4 km van Uden (hemelsbreed, benaderd). Dichterbij is A, op 1 km, maar dat is vandaag niet meer open.'
		],
		[
			'where only one without known hours is left',
			[NEAR, UNKNOWN],
			EVENING,
			'Het dichtstbijzijnde informatiepunt is A, op 1 km van Uden (hemelsbreed, benaderd). Vandaag is het niet meer open.'
		],
		[
			'where the hours of the nearest are not known',
			[UNKNOWN],
			EVENING,
			'bij Uden is C, op 6 km (hemelsbreed, benaderd). Of het vandaag open is, weten wij niet.'
		],
		[
			'in the evening',
			[NEAR, FAR],
			EVENING,
			'Het dichtstbijzijnde informatiepunt is A, op 1 km van Uden (hemelsbreed, benaderd). Vandaag is het niet meer open. Weer open morgen van 9.00 tot 12.00 uur.'
		]
	])('%s', (_when, points, minute, text) => {
		expect(answerSentence(answer(points), minute)).toContain(text);
		expect(answerSentence(answer(points), minute)?.includes('dat vandaag')).toBe(
			minute !== EVENING
		);
	});

	it('says nothing of what is open later where nothing is, or of another day', () => {
		expect(answerSentence(answer([FAR, NEAR]))).not.toContain('Daarna');
		const later = answer([NEAR, FAR]);
		later.view.asOf.validOn = '2022-02-03';
		expect(answerSentence(later)).not.toContain('sluit');
	});

	it('is about the same point as what is read out', () => {
		expect(phoneSentence(answer([NEAR, FAR]), 600)).toContain('U kunt terecht bij A');
		expect(phoneSentence(answer([NEAR, FAR]), AFTERNOON)).toContain('U kunt terecht bij B');
		expect(phoneSentence(answer([NEAR, FAR]), EVENING)).toContain(
			'U kunt terecht bij A, Markt 1 in Uden. Vandaag is het niet meer open.'
		);
	});
});
