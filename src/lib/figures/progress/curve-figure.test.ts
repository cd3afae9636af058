import { beforeEach, describe, expect, it } from 'vitest';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import { parseView } from '#lib/base/selection/view.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { curveRows } from './curve.ts';
import { curveSentence } from './curve-figure.ts';
import { provinceSentence } from './province-figure.ts';

const TODAY = '2022-01-31';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const view = (address = '') => parseView(new URLSearchParams(address), TODAY).view;

describe('the sentence of the curve', () => {
	const said = (
		fact: number,
		firstPlan: number,
		forecast: number,
		measure: ProgressMeasure,
		headline: Headline = oneLibrary
	) =>
		curveSentence({
			rows: curveRows(
				{
					fact: [{ day: '2020-01-01', change: fact }],
					firstPlan: [{ day: '2020-01-01', change: firstPlan }],
					plan: [],
					planOpened: [],
					forecast: forecast > 0 ? [{ day: '2020-12-01', change: forecast }] : []
				},
				{ factDay: '2020-06-30', validOn: '2020-06-30' }
			),
			query: { measure, compareOn: '2020-03-31' },
			view: view('peildatum=2020-06-30'),
			thinned: false,
			today: TODAY,
			demoData: true,
			headline,
			before: { locations: 0, organisations: 0, municipalities: 0, inhabitants: 0 },
			provinces: [],
			cohorts: [],
			targets: [],
			events: [],
			late: {
				delay: { count: 0, median: null, usual: null },
				ofCountry: false,
				from: null,
				to: TODAY
			}
		});

	it('speaks of one and of many', () => {
		expect(said(1, 2, 1, 'locations')).toBe(
			'Op 30 juni 2020 was er 1 locatie open. Volgens de oorspronkelijke planning hadden het er 2 moeten zijn: het is er 1 minder. Volgens de verwachting komt er tot en met 1 december 2020 nog 1 bij.'
		);
		expect(said(41, 53, 12, 'locations')).toBe(
			'Op 30 juni 2020 waren er 41 locaties open. Volgens de oorspronkelijke planning hadden het er 53 moeten zijn: het zijn er 12 minder. Volgens de verwachting komen er tot en met 1 december 2020 nog 12 bij.'
		);
	});

	it('says when it is as planned, ahead, and when nothing is expected', () => {
		expect(said(3, 3, 0, 'organisations')).toBe(
			'Op 30 juni 2020 waren er 3 bibliotheekorganisaties met een open locatie. Dat is precies volgens de oorspronkelijke planning. Er is geen verwachting dat er nog bij komen.'
		);
		expect(said(3, 2, 0, 'municipalities')).toContain(
			'hoefden het er 2 te zijn: het is er 1 meer.'
		);
	});

	it('calls an empty selection neither as planned nor behind', () => {
		const nothing = 'Niets gevonden met deze filters op deze dag.';
		expect(said(0, 0, 0, 'locations', emptyHeadline)).toBe(nothing);
		const query = { measure: 'locations' as const, compareOn: '2020-03-31' };
		expect(provinceSentence({ headline: emptyHeadline, provinces: [], query })).toBe(nothing);
	});

	it('does not call it as planned where nothing was due yet', () => {
		expect(said(0, 0, 0, 'locations')).toBe(
			'Op 30 juni 2020 waren er 0 locaties open. Volgens de oorspronkelijke planning hoefde er ook nog geen te zijn. Er is geen verwachting dat er nog bij komen.'
		);
	});

	it('does not measure by a plan that nobody recorded', () => {
		expect(said(27, 0, 0, 'locations')).toContain(
			'27 locaties open. Er is nog geen oorspronkelijke planning vastgelegd.'
		);
	});

	it('writes people in millions, and speaks English', () => {
		expect(said(1_250_000, 0, 0, 'inhabitants')).toContain('1,3 miljoen inwoners met een');
		overwriteGetLocale(() => 'en');
		expect(said(1, 2, 0, 'locations')).toContain('there was 1 open location.');
	});
});

const emptyHeadline: Headline = {
	organisations: { total: 0, open: 0, planned: 0 },
	locations: {
		open: 0,
		accessible: 0,
		temporarilyClosed: 0,
		onlineOnly: 0,
		planned: 0,
		outsideLibrary: 0,
		target: null
	},
	municipalities: { total: 0, covered: 0 },
	inhabitants: { total: 0, covered: 0, populationReferenceDate: null },
	whiteSpots: {
		online_only: 0,
		plan_overdue: 0,
		planned_90: 0,
		planned_later: 0,
		plan_withdrawn: 0,
		not_planned: 0,
		no_library: 0,
		unknown: 0
	}
};

const oneLibrary: Headline = {
	...emptyHeadline,
	organisations: { total: 1, open: 0, planned: 0 }
};
