import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { GrantEntry } from '#lib/programme/grant/course.ts';
import { applicationsOn } from '#lib/programme/grant/window.ts';
import { areaOf, baseOf, rateOf, schemeOf, subsidyOf } from '#tests/factories/subsidy.ts';
import { areaGroups } from './areas.ts';
import { computeAwards } from './compute.ts';
import { applicationSentence, awardFigure, sumText } from './figures.ts';
import { awardNotes } from './notes.ts';
import { listSentence } from './list-sentence.ts';
import { recordedFigure } from './recorded-figure.ts';
import { recordedTotals } from './recorded.ts';
import { ceilingFigure, leadSentence, yearFigure } from './total-figures.ts';
import { sumOf, totalsBy } from './totals.ts';
import type { AreaMunicipality } from './types.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('what a library would get', () => {
	it('is of the schemes that it is meant for, by the work area of that year', () => {
		const rates = [
			rateOf({}),
			rateOf({ id: 2, year: 2021, centsPerInhabitant: 8 }),
			rateOf({ id: 3, centsPerInhabitant: null, fixedCents: 2_500_000, cohort: 'kopgroep_2019' })
		];
		const bases = [baseOf(), baseOf({ id: 2, name: 'Twee', cohort: 'kopgroep_2019', units: null })];
		const awards = computeAwards(rates, bases);
		// 100.000,5 inhabitants at 5 cents: 500.002,5 cents, half a cent up.
		expect(awards.map(({ base, rate, cents }) => [base.name, rate.id, cents])).toEqual([
			['Een', 1, 500_003],
			['Twee', 1, null],
			['Twee', 3, 2_500_000]
		]);
		expect(awards.map((award) => sumText(award, [schemeOf('a')]))).toEqual([
			'Regeling a: 5 cent × 100.000,5 inwoners = €\u00a05.000,03',
			'Regeling a: niet te berekenen',
			'Regeling a: vast bedrag per project = €\u00a025.000'
		]);
	});

	it('adds up to the same whole by year, province, POI and cohort', () => {
		const bases = fc.array(
			fc.record({
				units: fc.option(fc.integer({ min: 0, max: 9_000_000_000 })),
				province: fc.constantFrom('Drenthe', 'Limburg', 'Utrecht'),
				institute: fc.constantFrom('Cubiss', 'Rijnbrink'),
				cohort: fc.constantFrom('kopgroep_2019' as const, 'uitrol_2020' as const)
			}),
			{ maxLength: 40 }
		);
		fc.assert(
			fc.property(bases, (made) => {
				const libraries = made.map((more, id) => baseOf({ id, ...more }));
				const awards = computeAwards(
					[rateOf({}), rateOf({ id: 2, scheme: 'b', centsPerInhabitant: 83 })],
					libraries
				);
				const whole = sumOf(awards);
				const groups = [
					totalsBy(awards, ({ base }) => base.province),
					totalsBy(awards, ({ base }) => base.institute),
					totalsBy(awards, ({ base }) => base.cohort),
					totalsBy(awards, ({ rate }) => String(rate.year))
				];
				for (const group of groups) {
					expect(group.reduce((sum, { cents }) => sum + cents, 0)).toBe(whole);
					for (const { cents, byScheme, byYear } of group) {
						const of = (parts: object) =>
							Object.values(parts).reduce((sum: number, one: number) => sum + one, 0);
						expect([of(byScheme), of(byYear)]).toEqual([cents, cents]);
					}
				}
			})
		);
	});

	it('shows what each municipality brings in, and years with the same work area together', () => {
		const areas = [
			areaOf({}),
			areaOf({ code: 'GM2', name: 'Haaren', inhabitants: 333, shareUnits: 3_333 }),
			areaOf({ referenceOn: '2021-01-01' }),
			areaOf({ referenceOn: '2022-01-01' })
		];
		const rates = [2020, 2021, 2022].map((year) => rateOf({ id: year, year }));
		const bases = [
			baseOf({ units: 1_000 * 10_000 + 333 * 3_333 }),
			baseOf({ referenceOn: '2021-01-01', units: 10_000_000 }),
			baseOf({ referenceOn: '2022-01-01', units: 10_000_000 })
		];
		const awards = computeAwards(rates, bases);
		const groups = areaGroups(areas, awards);
		expect(groups.map(({ days }) => days)).toEqual([['2020-01-01'], ['2021-01-01', '2022-01-01']]);
		const brought = groups.flatMap(({ municipalities }) => municipalities.map((one) => one.cents));
		expect(brought).toEqual([5_000, 555, 10_000]);
		expect(brought.reduce((sum: number, one) => sum + one!, 0)).toBe(sumOf(awards));
	});
});

describe('what touches an amount', () => {
	const notes = (areas: AreaMunicipality[], day = '2022-12-31') => awardNotes(1, areas, [], day);

	it('is said in words: a merger of municipalities, a split, a later one, and a part', () => {
		const eemsdelta = areaOf({
			...{ name: 'Eemsdelta', referenceOn: '2021-01-01' },
			cameFrom: [
				{ name: 'Appingedam', on: '2021-01-01', share: 1 },
				{ name: 'Delfzijl', on: '2021-01-01', share: 1 }
			]
		});
		const boxtel = areaOf({
			...{ name: 'Boxtel', referenceOn: '2021-01-01', shareUnits: 9_240, confidence: 'estimated' },
			cameFrom: [{ name: 'Haaren', on: '2021-01-01', share: 0.17 }]
		});
		const weesp = areaOf({
			...{ name: 'Weesp', referenceOn: '2022-01-01' },
			goesTo: [{ name: 'Amsterdam', on: '2022-03-24', share: 1 }]
		});
		expect(notes([eemsdelta])).toEqual([
			'Eemsdelta kreeg er op 1 januari 2021 inwoners bij van Appingedam en Delfzijl. Voor 2021 telt de gemeente zoals zij daarna was.'
		]);
		expect(notes([boxtel])).toEqual([
			'Boxtel kreeg er op 1 januari 2021 inwoners bij van Haaren (17%). Voor 2021 telt de gemeente zoals zij daarna was.',
			'Van Boxtel bediende de bibliotheek op 1 januari 2021 92% van de inwoners. Alleen die tellen mee. Dat deel is geschat na een herindeling.'
		]);
		expect(notes([weesp])).toEqual([
			'Weesp ging op 24 maart 2022 op in Amsterdam. Voor 2022 telt nog de situatie op 1 januari 2022.'
		]);
		expect(notes([weesp], '2022-01-31')).toEqual([]);
	});

	it('is a merger of libraries, told on both sides and not before its day', () => {
		const merger = {
			...{ fromId: 1, toId: 2, on: '2020-01-01', fromName: 'VANnU', toName: 'West-Brabant' }
		};
		expect(awardNotes(1, [], [merger], '2020-01-01')).toEqual([
			'Deze bibliotheek ging op 1 januari 2020 op in West-Brabant. Vanaf dan tellen haar inwoners daar mee.'
		]);
		expect(awardNotes(2, [], [merger], '2020-01-01')).toEqual([
			'VANnU ging op 1 januari 2020 op in deze bibliotheek. Vanaf dan tellen die inwoners hier mee.'
		]);
		expect(awardNotes(2, [], [merger], '2019-12-31')).toEqual([]);
	});
});

describe('the page in words', () => {
	it('says what the last year comes to, and that it is no award', () => {
		expect(leadSentence(subsidyOf())).toBe(
			'Voor 2020 komt de berekening uit op €\u00a05.000 voor 1 bibliotheek. Het zijn berekende bedragen, geen toekenningen.'
		);
		expect(leadSentence(subsidyOf({ rates: [] }))).toBe(
			'Op 31 januari 2022 was er nog geen bedrag bekend.'
		);
	});

	it('counts a library that cannot be computed apart', () => {
		expect(yearFigure(subsidyOf()).table.rows).toEqual([['2020', 5000.03, 5000.03, 1, 1]]);
		expect(awardFigure(subsidyOf()).table.rows.map((row) => row.at(-1))).toEqual([5000.03, null]);
	});

	it('compares with a ceiling only for the whole country, and makes nothing smaller', () => {
		const ceiling = { cents: 500_000, firstYear: 2019, lastYear: 2022 };
		const capped = subsidyOf({ schemes: [schemeOf('a', { ceiling })] });
		expect(ceilingFigure(capped).sentence).toBe(
			'Regeling a betaalt over 2019–2022 niet meer dan €\u00a05.000. Als alle bibliotheken meedoen, komt de berekening uit op €\u00a05.000,03: €\u00a00,03 meer. Hoe het geld dan wordt verdeeld, is niet vastgesteld in bron.'
		);
		expect(ceilingFigure({ ...capped, ofCountry: false }).table.rows).toEqual([]);
	});

	it('says what can be applied for, and of what nobody says when', () => {
		const window = {
			...{ code: 'w', scheme: 'a', firstYear: 2022, lastYear: 2022, announcedOn: '2021-10-29' },
			...{ opensOn: null, closesOn: '2021-12-15', how: { nl: '', en: '' }, source: '' }
		};
		const on = (day: string) =>
			applicationSentence(
				subsidyOf({
					...{ day, schemes: [schemeOf('a'), schemeOf('b')] },
					applications: applicationsOn(day, [schemeOf('a'), schemeOf('b')], [window])
				})
			);
		expect(on('2021-12-15')).toMatch(
			/^Op 15 december 2021 kunt u aanvragen: Regeling a voor 2022\. Dat kan tot en met 15 december 2021\./
		);
		expect(on('2021-12-16')).toBe(
			'Op 16 december 2021 kunt u niets aanvragen, voor zover de bronnen dat zeggen. De laatste termijn was die van Regeling a voor 2022: tot en met 15 december 2021. Wanneer u Regeling b kunt aanvragen, zegt geen bron: vraag dat aan het Subsidieloket van de KB.'
		);
	});
});

describe('what was recorded', () => {
	const entryOf = (more: Partial<GrantEntry>): GrantEntry => ({
		...{ id: 1, kind: 'decision', libraryId: 1, scheme: 'a', year: 2021, onDay: '2021-02-01' },
		...{ amountCents: 100_000, undoesId: null, recordedOn: '2021-02-02', ...more }
	});
	const entries = [
		entryOf({}),
		entryOf({ id: 2, libraryId: 2, amountCents: 50_000, recordedOn: '2021-05-01' }),
		entryOf({ id: 3, kind: 'payment', amountCents: 30_000, onDay: '2021-06-01' }),
		entryOf({ id: 4, kind: 'application', libraryId: 3, amountCents: null, year: 2022 })
	];

	it('is added up per year and scheme, on both dates', () => {
		const awarded = (day: string, knownOn: string | null) =>
			recordedTotals(entries, day, knownOn).map((one) => [
				...[one.year, one.applied, one.decided, one.awardedCents, one.paidCents]
			]);
		expect(awarded('2021-12-31', null)).toEqual([
			[2021, 0, 2, 150_000, 30_000],
			[2022, 1, 0, 0, 0]
		]);
		expect(awarded('2021-12-31', '2021-04-30')[0]).toEqual([2021, 0, 1, 100_000, 30_000]);
		expect(awarded('2021-05-31', null)[0]).toEqual([2021, 0, 2, 150_000, 0]);
	});

	it('is never what was computed', () => {
		expect(recordedFigure(subsidyOf()).sentence).toBe(
			'Op 31 januari 2022 is er nog geen toekenning vastgelegd. De bedragen hierboven zijn berekend.'
		);
		const recorded = recordedTotals(entries, '2021-12-31', null);
		expect(recordedFigure(subsidyOf({ recorded })).sentence).toMatch(/is €\u00a01\.500 toegekend/);
	});
});

describe('libraries of several years', () => {
	const rates = [rateOf({}), rateOf({ id: 2, year: 2021, referenceOn: '2021-01-01' })];
	const later = { referenceOn: '2021-01-01' };
	const awards = computeAwards(rates, [
		...[baseOf(), baseOf({ id: 2, name: 'Opgegaan' })],
		...[baseOf(later), baseOf({ ...later, id: 3, name: 'Nieuw' })]
	]);
	const year = totalsBy(awards, ({ rate }) => String(rate.year));
	const list = { libraries: [], page: 1, pageCount: 1, count: 3 };

	it('are said to be so where they are more than those of a year', () => {
		const totals = { year, province: [], institute: [], cohort: [] };
		const said = listSentence({ list, totals });
		expect(said).toContain('3 bibliotheken, op naam. Dat zijn alle bibliotheken');
		expect(said).toContain('in een of meer van de jaren 2020 tot en met 2021');
		expect(listSentence({ list: { ...list, count: 2 }, totals })).not.toContain('jaren');
	});
});
