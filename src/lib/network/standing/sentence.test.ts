import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { coverageSentence, type SentenceInput } from './sentence.ts';
import type { Headline } from './types.ts';

const headline = (change: Partial<Headline> = {}): Headline => ({
	organisations: { total: 144, open: 25, planned: 30 },
	locations: {
		open: 41,
		accessible: 41,
		temporarilyClosed: 0,
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

	it('says first what was known, when that stops before the day looked at', () => {
		const known = (knownOn: string) => sentence({ asOf: { validOn: '2020-06-30', knownOn } });
		expect(known('2020-01-31')).toMatch(
			/^Dit is wat op 31 januari 2020 bekend was\. Op 30 juni 2020 waren er 41 locaties open\./
		);
		expect(known('2020-06-30')).toMatch(/^Op 30 juni 2020/);
		const today = { asOf: { validOn: '2022-01-31', knownOn: '2021-06-30' } };
		expect(sentence(today)).toMatch(/^Dit is wat op 30 juni 2021 bekend was\. Vandaag/);
	});

	it('speaks of a past day in the past tense, against the plan', () => {
		expect(sentence()).toBe(
			'Op 30 juni 2020 waren er 41 locaties open. Dat zijn 12 locaties minder dan gepland. ' +
				'31 van de 355 gemeenten hadden een informatiepunt. ' +
				'In die gemeenten woonde 12% van de inwoners. ' +
				'324 gemeenten hadden nog geen informatiepunt. ' +
				'In 12 van die gemeenten was de planning voorbij.'
		);
	});

	it('speaks of today in the present tense, and names the place', () => {
		const today = sentence({
			asOf: { validOn: '2022-01-31', knownOn: null },
			place: 'Fryslân'
		});
		expect(today).toContain('Vandaag, 31 januari 2022, zijn er 41 locaties open in Fryslân.');
		expect(today).toContain('31 van de 355 gemeenten hebben een informatiepunt.');
		expect(today).toContain('In 12 van die gemeenten is de planning voorbij.');
	});

	it('does not count the inhabitants of a single municipality, which has a point or has none', () => {
		const one = (covered: number) =>
			sentence({
				headline: headline({
					municipalities: { total: 1, covered },
					inhabitants: { total: 900, covered: covered * 900, populationReferenceDate: null },
					whiteSpots: { ...headline().whiteSpots, plan_overdue: 0 }
				})
			});
		expect(one(1)).toMatch(/gepland\. De gemeente had een informatiepunt\.$/);
		expect(one(0)).toMatch(/gepland\. 1 gemeente had nog geen informatiepunt\.$/);
	});

	it('tells what is closed for a while apart, beside the number that it is part of', () => {
		const closed = locations({ accessible: 32, temporarilyClosed: 9 });
		expect(sentence({ headline: closed })).toContain(
			'Dat zijn 12 locaties minder dan gepland. 9 van de 41 locaties waren tijdelijk dicht. 31 van'
		);
	});

	it('does not call closed what works online only for a while', () => {
		const online = sentence({ headline: locations({ accessible: 32 }) });
		expect(online).toContain('9 van de 41 locaties werkten alleen online of telefonisch.');
		expect(online).not.toContain('dicht');
		const both = sentence({ headline: locations({ accessible: 32, temporarilyClosed: 2 }) });
		expect(both).toContain(
			'2 van de 41 locaties waren tijdelijk dicht. ' +
				'7 van de 41 locaties werkten alleen online of telefonisch.'
		);
	});

	it('says one fact a sentence', () => {
		const closed = locations({ accessible: 32, temporarilyClosed: 9 });
		const parts = sentence({ headline: closed }).split('. ');
		for (const part of parts) expect(part).not.toMatch(/[;:]|, (in|en|dat)/);
		expect(parts).toHaveLength(7);
	});

	it('has a singular', () => {
		const one = locations({ open: 1, accessible: 0, temporarilyClosed: 1, planned: 1 });
		expect(sentence({ headline: one })).toContain(
			'was er 1 locatie open. Dat zijn precies zoveel locaties als gepland. ' +
				'De locatie was tijdelijk dicht.'
		);
	});

	it('says that nothing is open, without a plan or people', () => {
		const none = headline({
			locations: { ...headline().locations, open: 0, accessible: 0, planned: 0 },
			municipalities: { total: 355, covered: 0 },
			inhabitants: { total: 1000, covered: 0, populationReferenceDate: null }
		});
		expect(sentence({ headline: none })).toMatch(
			/^Op 30 juni 2020 was er nog geen locatie open\. 355 gemeenten hadden nog geen informatiepunt\./
		);
	});

	it('says it when there are more than planned, and when nothing is white any more', () => {
		const full = headline({
			locations: { ...headline().locations, open: 439, accessible: 439, planned: 400 },
			municipalities: { total: 344, covered: 344 }
		});
		expect(sentence({ headline: full })).toContain('Dat zijn 39 locaties meer dan gepland.');
		expect(sentence({ headline: full })).toContain('Elke gemeente had een informatiepunt.');
	});

	it('has a singular for what is missing, and for one municipality', () => {
		const one = headline({
			locations: { ...headline().locations, open: 52, accessible: 52 },
			municipalities: { total: 355, covered: 1 }
		});
		expect(sentence({ headline: one })).toContain(
			'Dat is 1 locatie minder dan gepland. 1 van de 355 gemeenten had een informatiepunt. ' +
				'In die gemeente woonde 12%'
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
		expect(future).toContain('open. Tot en met 30 juni 2022 zijn er 53 locaties gepland.');
		expect(future).not.toMatch(/minder dan gepland|meer dan gepland/);
		expect(future).toMatch(/Dit geldt alleen voor uw selectie\.$/);
	});
});

describe('the sentence in English', () => {
	it('says the same', () => {
		overwriteGetLocale(() => 'en');
		expect(sentence()).toBe(
			'On 30 June 2020, 41 locations were open. That is 12 locations fewer than planned. ' +
				'31 of the 355 municipalities had an information point. ' +
				'12% of the inhabitants lived in those municipalities. ' +
				'324 municipalities had no information point yet. ' +
				'In 12 of those municipalities the plan had passed.'
		);
	});
});
