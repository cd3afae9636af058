import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { coverageSentence, type SentenceInput } from './sentence.ts';
import type { Headline } from './types.ts';

const headline = (change: Partial<Headline> = {}): Headline => ({
	organisations: { total: 144, open: 25, planned: 30 },
	locations: {
		open: 41,
		accessible: 41,
		onlineOnly: 0,
		planned: 53,
		outsideLibrary: 0,
		target: null
	},
	municipalities: { total: 355, covered: 31 },
	inhabitants: { total: 1000, covered: 120, populationReferenceDate: '2020-01-01' },
	whiteSpots: {
		online_only: 2,
		plan_overdue: 12,
		planned_90: 10,
		planned_later: 200,
		plan_withdrawn: 0,
		not_planned: 95,
		no_library: 3,
		unknown: 2
	},
	...change
});

const sentence = (change: Partial<SentenceInput> = {}) =>
	coverageSentence({
		headline: headline(),
		asOf: { validOn: '2020-06-30', knownOn: null },
		today: '2022-01-31',
		place: null,
		selection: false,
		...change
	});

const locations = (change: Partial<Headline['locations']>) =>
	headline({ locations: { ...headline().locations, ...change } });

describe('the sentence that reads the map out, in Dutch', () => {
	beforeEach(() => overwriteGetLocale(() => 'nl'));

	it('speaks of a past day in the past tense, against the plan', () => {
		expect(sentence()).toBe(
			'Op 30 juni 2020 waren er 41 locaties open, in 31 van de 355 gemeenten; ' +
				'dat zijn er 12 minder dan gepland. In die gemeenten woonde 12% van de inwoners. ' +
				'In 324 gemeenten was nog geen informatiepunt. Bij 12 daarvan was de planning verlopen.'
		);
	});

	it('speaks of today in the present tense, and names the place', () => {
		const today = sentence({
			asOf: { validOn: '2022-01-31', knownOn: null },
			place: 'Fryslân'
		});
		expect(today).toContain('Vandaag, 31 januari 2022, zijn er 41 locaties open');
		expect(today).toContain('van de 355 gemeenten in Fryslân;');
		expect(today).toContain('is de planning verlopen');
	});

	it('has a singular', () => {
		expect(sentence({ headline: locations({ open: 1, accessible: 0, planned: 1 }) })).toContain(
			'was er 1 locatie open, in 31 van de 355 gemeenten; precies zoveel als gepland. ' +
				'Daarvan was er 1 tijdelijk dicht.'
		);
	});

	it('says that nothing is open, without a plan or people', () => {
		const none = headline({
			locations: { ...headline().locations, open: 0, accessible: 0, planned: 0 },
			municipalities: { total: 355, covered: 0 },
			inhabitants: { total: 1000, covered: 0, populationReferenceDate: null }
		});
		expect(sentence({ headline: none })).toMatch(
			/^Op 30 juni 2020 was er nog geen locatie open in de 355 gemeenten\. In 355 gemeenten/
		);
	});

	it('says it when there are more than planned, and when nothing is white any more', () => {
		const full = headline({
			locations: { ...headline().locations, open: 439, accessible: 439, planned: 400 },
			municipalities: { total: 344, covered: 344 }
		});
		expect(sentence({ headline: full })).toContain('dat zijn er 39 meer dan gepland.');
		expect(sentence({ headline: full })).toContain('Elke gemeente had een informatiepunt.');
	});

	it('has a singular for what is missing, and for one municipality', () => {
		const one = headline({
			locations: { ...headline().locations, open: 52, accessible: 52 },
			municipalities: { total: 355, covered: 1 }
		});
		expect(sentence({ headline: one })).toContain(
			'in 1 van de 355 gemeenten; dat is er 1 minder dan gepland. In die gemeente woonde 12%'
		);
	});

	it('reads no figures out when the filters leave nothing', () => {
		const nothing = headline({
			organisations: { total: 0, open: 0, planned: 0 },
			municipalities: { total: 0, covered: 0 }
		});
		expect(sentence({ headline: nothing, selection: true })).toBe(
			'Niets gevonden met deze filters op deze dag.'
		);
	});

	it('speaks of today on a day in the future, and of a selection when there is one', () => {
		const future = sentence({
			asOf: { validOn: '2022-06-30', knownOn: null },
			selection: true
		});
		expect(future).toMatch(/^Vandaag, 31 januari 2022/);
		expect(future).toContain('gemeenten; tot en met 30 juni 2022 zijn er 53 gepland.');
		expect(future).toMatch(/Dit geldt alleen voor uw selectie\.$/);
	});
});

describe('the sentence in English', () => {
	it('says the same', () => {
		overwriteGetLocale(() => 'en');
		expect(sentence()).toBe(
			'On 30 June 2020 41 locations were open, in 31 of the 355 municipalities; ' +
				'that is 12 fewer than planned. 12% of the inhabitants lived in those municipalities. ' +
				'324 municipalities had no information point yet. For 12 of them the plan had passed.'
		);
	});
});
