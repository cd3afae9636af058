import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_DAY, LAST_DAY } from '#lib/base/as-of/as-of.ts';
import { ROLLOUT_STATUSES } from '#lib/base/status/rollout-status.ts';
import { addDays, daysBetween } from '#lib/base/day/day.ts';
import { COHORTS } from './filters.ts';
import { LAST_PAGE, SORTS, type ListKind } from './list.ts';
import { PROVINCE_SLUGS } from './province-slugs.ts';
import { VIEW_PARAMETERS } from './parameters.ts';
import { parseView, viewParams, type View } from './view.ts';

const today = '2022-01-31';
const parse = (address: string) => parseView(new URLSearchParams(address), today);

const day = fc.nat(daysBetween(FIRST_DAY, LAST_DAY)).map((days) => addDays(FIRST_DAY, days));
const knownDay = fc.nat(daysBetween(FIRST_DAY, today) - 1).map((days) => addDays(FIRST_DAY, days));
const list = fc.constantFrom<ListKind>('municipalities', 'libraries', 'informationPoints');
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });

const views: fc.Arbitrary<View> = fc
	.record({
		asOf: fc.record({ validOn: day, knownOn: fc.option(knownDay) }),
		filters: fc.record({
			province: fc.option(fc.constantFrom(...PROVINCE_SLUGS)),
			supportInstitute: fc.option(fc.constantFrom('rijnbrink', 'biblionet-drenthe')),
			cohort: fc.option(fc.constantFrom(...COHORTS)),
			statuses: fc
				.subarray([...ROLLOUT_STATUSES])
				.map((some) => ROLLOUT_STATUSES.filter((status) => some.includes(status))),
			search: fc.option(
				text.map((words) => words.replaceAll('\0', '').trim()).filter((words) => words.length > 0)
			)
		}),
		list,
		direction: fc.constantFrom('asc' as const, 'desc' as const),
		page: fc.integer({ min: 1, max: LAST_PAGE }),
		measure: fc.constantFrom('status' as const, 'milestones' as const, 'inhabitants' as const),
		layers: fc.record({ plan: fc.boolean(), fact: fc.boolean(), gaps: fc.boolean() })
	})
	.chain((view) => fc.constantFrom(...SORTS[view.list]).map((sort) => ({ ...view, sort })));

describe('a view in an address', () => {
	it('is read back as it was written, without notices', () => {
		fc.assert(
			fc.property(views, (view) => {
				expect(parse(viewParams(view, today).toString())).toEqual({ view, notices: [] });
			})
		);
	});

	it('is written with known parameters only', () => {
		fc.assert(
			fc.property(views, (view) => {
				for (const name of viewParams(view, today).keys()) expect(VIEW_PARAMETERS).toContain(name);
			})
		);
	});

	it('is a view for any address, and what could not be used is told', () => {
		const rubbish = fc.array(
			fc.tuple(fc.constantFrom(...VIEW_PARAMETERS, 'utm_source'), fc.string({ unit: 'binary' }))
		);
		fc.assert(
			fc.property(rubbish, (pairs) => {
				const { view } = parseView(new URLSearchParams(pairs), today);
				expect(parse(viewParams(view, today).toString())).toEqual({ view, notices: [] });
			})
		);
	});

	it('without parameters is today, everything, all layers', () => {
		const { view, notices } = parse('');
		expect(notices).toEqual([]);
		expect(view).toMatchObject({
			asOf: { validOn: today, knownOn: null },
			filters: { province: null, statuses: [], search: null },
			list: 'municipalities',
			sort: 'name',
			page: 1,
			measure: 'status',
			layers: { plan: true, fact: true, gaps: true }
		});
		expect(viewParams(view, today).toString()).toBe('');
	});
});

describe('a parameter', () => {
	it.each(['Friesland', 'Fryslân', 'fryslan', 'FRIESLAND'])('provincie=%s is Fryslân', (word) => {
		expect(parse(`provincie=${word}`).view.filters.province).toBe('fryslan');
	});

	it('that is not known is told and left out', () => {
		const { view, notices } = parse('provincie=atlantis&status=open&status=gerealiseerd&maat=x');
		expect(view.filters.province).toBeNull();
		expect(view.filters.statuses).toEqual(['realised']);
		expect(notices).toEqual([
			{ parameter: 'provincie', value: 'atlantis', problem: 'unknown_value' },
			{ parameter: 'status', value: 'open', problem: 'unknown_value' },
			{ parameter: 'maat', value: 'x', problem: 'unknown_value' }
		]);
	});

	it('pagina takes the nearest page', () => {
		expect(parse('pagina=0').view.page).toBe(1);
		expect(parse('pagina=123456').view.page).toBe(LAST_PAGE);
		expect(parse('pagina=-3').notices[0]?.problem).toBe('not_a_number');
	});

	it('poi is checked against the institutes there are, when they are given', () => {
		const params = new URLSearchParams('poi=cubiss');
		expect(parseView(params, today, ['rijnbrink']).view.filters.supportInstitute).toBeNull();
		expect(parseView(params, today, ['cubiss']).view.filters.supportInstitute).toBe('cubiss');
	});

	it('lagen=geen switches all layers off, and gives way to a layer', () => {
		expect(parse('lagen=geen').view.layers).toEqual({ plan: false, fact: false, gaps: false });
		expect(parse('lagen=geen&lagen=feit').view.layers).toEqual({
			plan: false,
			fact: true,
			gaps: false
		});
	});

	it('sorteer belongs to the list shown', () => {
		expect(parse('weergave=locaties&sorteer=inwoners')).toMatchObject({
			view: { sort: 'name' },
			notices: [{ parameter: 'sorteer', problem: 'unknown_value' }]
		});
	});
});
