import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '#lib/base/as-of/as-of.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { Headline } from '#lib/network/standing/types.ts';
import { parseView } from '#lib/base/selection/view.ts';
import { cohortCurves, cohortRows } from './cohorts.ts';
import { cohortSentence } from './cohort-figure.ts';
import { curveRows, drawCurve, MOST_ROWS, reachedOn, rowOn } from './curve.ts';
import { curveSentence } from './curve-figure.ts';
import { PROGRESS_MEASURES, type ProgressMeasure } from '#lib/base/measure/measure.ts';
import { provinceSentence, roundUp } from './province-figure.ts';
import {
	CURVE_EXTRAS,
	parseProgress,
	progressParams,
	quarterEndBefore,
	yearBefore
} from './query.ts';
import { targetOutcome } from './target-outcome.ts';
import type { Changes, CohortOpenings } from './types.ts';

const TODAY = '2022-01-31';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const view = (address = '') => parseView(new URLSearchParams(address), TODAY).view;

const changes: Changes = {
	firstPlan: [{ day: '2020-01-01', change: 5 }],
	plan: [{ day: '2020-06-01', change: 5 }],
	planOpened: [{ day: '2020-06-01', change: 3 }],
	fact: [
		{ day: '2020-02-01', change: 1 },
		{ day: '2020-03-01', change: 2 },
		{ day: '2020-09-01', change: 9 }
	],
	forecast: [{ day: '2020-08-01', change: 1 }]
};

describe('the rows of the curve', () => {
	const rows = curveRows(changes, { factDay: '2020-06-30', validOn: '2020-06-30' });

	it('hold until the next row, with nothing in between', () => {
		expect(rowOn(rows, '2020-02-29')).toMatchObject({ fact: 1, firstPlan: 5, plan: 0 });
		expect(rowOn(rows, '2020-03-01')?.fact).toBe(3);
	});

	it('know no fact after the last day, and no forecast before it', () => {
		expect(rows.at(-1)).toEqual({
			day: '2020-08-01',
			firstPlan: 5,
			plan: 5,
			planOpened: 3,
			fact: null,
			forecast: 4
		});
		expect(rowOn(rows, '2020-03-01')?.forecast).toBeNull();
		expect(rowOn(rows, '2020-06-30')).toMatchObject({ fact: 3, forecast: 3 });
	});

	it('know from which day a number is reached for good', () => {
		expect(reachedOn(rows, 3)).toBe('2020-03-01');
		expect(reachedOn(rows, 4)).toBeNull();
		const closedAgain = curveRows(
			{ ...changes, fact: [...changes.fact, { day: '2020-04-01', change: -1 }] },
			{ factDay: '2020-06-30', validOn: '2020-06-30' }
		);
		expect(reachedOn(closedAgain, 3)).toBeNull();
	});
});

describe('a curve with a change on every day', () => {
	const factDay = '2021-12-31';
	const daily: Changes = {
		...changes,
		fact: Array.from({ length: 700 }, (_, index) => ({
			day: addDays('2020-01-01', index),
			change: 1
		}))
	};
	const days = { factDay, validOn: factDay, also: ['2020-05-09'] };
	const everything = curveRows(daily, { ...days, mostRows: 1_000 });
	const { rows, thinned } = drawCurve(daily, { ...days, reached: [60] });

	it('is told of at most four days a month, and of the days that are named', () => {
		expect(thinned).toBe(true);
		expect(everything.length).toBeGreaterThan(MOST_ROWS);
		const may = rows.map(({ day }) => day).filter((day) => day.startsWith('2020-05'));
		expect(may).toEqual(['2020-05-07', '2020-05-09', '2020-05-14', '2020-05-21', '2020-05-31']);
	});

	it('tells of those days exactly what it would tell of them among all', () => {
		for (const row of rows) expect(everything).toContainEqual(row);
		expect(rows.at(-1)).toEqual(everything.at(-1));
	});

	it('still knows the day on which a number was reached', () => {
		expect(reachedOn(rows, 60)).toBe(addDays('2020-01-01', 59));
		expect(reachedOn(everything, 60)).toBe(addDays('2020-01-01', 59));
	});

	it('leaves nothing out as long as a reader can follow it', () => {
		expect(drawCurve(changes, days).thinned).toBe(false);
	});
});

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

describe('what became of a target', () => {
	const rows = curveRows(
		{ ...changes, fact: [{ day: '2020-10-07', change: 60 }] },
		{ factDay: '2021-01-31', validOn: '2021-01-31' }
	);
	const on = (value: number | null, dueOn: Day, measure: ProgressMeasure = 'locations') =>
		targetOutcome(
			{ value, dueOn },
			{
				rows,
				query: { measure, compareOn: '2020-01-01' },
				view: view('peildatum=2021-01-31'),
				today: TODAY
			}
		);

	it('is reached, missed, or still open', () => {
		expect(on(60, '2020-12-31')).toBe('Gehaald op 7 oktober 2020.');
		expect(on(61, '2020-12-31')).toBe('Niet gehaald: 60 van 61 op 31 december 2020.');
		expect(on(400, '2022-12-31')).toBe('Nog niet te zeggen: nu 60 van 400.');
	});

	it('is not tested where no number was given', () => {
		expect(on(null, '2021-12-31')).toBe(
			'Niet te zeggen of dit is gehaald: er is geen aantal genoemd.'
		);
		expect(on(60, '2020-12-31', 'inhabitants')).toBe('');
	});
});

describe('groups by weeks since the application', () => {
	const openings: CohortOpenings[] = [
		{ cohort: 'kopgroep_2019', weeks: 18, waiting: null, count: 10 },
		{ cohort: 'kopgroep_2019', weeks: 20, waiting: null, count: 5 },
		{ cohort: 'uitrol_2020', weeks: 50, waiting: null, count: 1 },
		{ cohort: 'uitrol_2020', weeks: 80, waiting: null, count: 1 },
		{ cohort: 'uitrol_2020', weeks: null, waiting: 70, count: 2 }
	];
	const curves = cohortCurves(openings);
	const empty = { total: 0, open: 0, medianWeeks: null, lastWeek: 0 };

	it('stop where somebody still waits, so that a late start does not look slow', () => {
		expect(curves).toEqual([
			{ cohort: 'kopgroep_2019', total: 15, open: 15, medianWeeks: 18, lastWeek: 20 },
			{ cohort: 'uitrol_2020', total: 4, open: 2, medianWeeks: 80, lastWeek: 70 },
			{ cohort: 'uitrol_2021', ...empty },
			{ cohort: 'onbekend', ...empty }
		]);
		expect(cohortRows(openings, curves)).toEqual([
			{ week: 0, shares: [0, 0, null, null] },
			{ week: 18, shares: [10 / 15, 0, null, null] },
			{ week: 20, shares: [1, 0, null, null] },
			{ week: 50, shares: [null, 0.25, null, null] },
			{ week: 70, shares: [null, 0.25, null, null] }
		]);
	});

	it('are only the one that is asked for', () => {
		expect(cohortCurves(openings, 'uitrol_2021')).toEqual([{ cohort: 'uitrol_2021', ...empty }]);
	});

	it('are read out', () => {
		expect(cohortSentence(curves)).toBe(
			'Kopgroep 2019: de helft was open binnen 18 weken na de aanvraag (15 van 15 nu open). Uitrol 2020: de helft was open binnen 80 weken na de aanvraag (2 van 4 nu open). Uitrol 2021: nog geen organisatie met een aanvraag. Start onbekend: nog geen organisatie met een aanvraag.'
		);
		expect(cohortSentence([])).toBe('Er zijn nog geen aanvragen vastgelegd.');
	});
});

describe('the address of the progress page', () => {
	it('compares with the end of the quarter before', () => {
		expect(quarterEndBefore('2022-01-31')).toBe('2021-12-31');
		expect(quarterEndBefore('2021-12-31')).toBe('2021-09-30');
		expect(quarterEndBefore('2019-02-01')).toBe('2019-01-01');
		expect(yearBefore('2020-02-29')).toBe('2019-02-28');
	});

	it('says everything again that it was asked', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...PROGRESS_MEASURES),
				fc.nat({ max: 1_000 }),
				fc.integer({ min: 1, max: 300 }),
				fc.subarray([...CURVE_EXTRAS], { minLength: 1 }),
				(measure, days, before, extras) => {
					const asked = view(`peildatum=${addDays('2019-12-01', days)}`);
					const compareOn = addDays(asked.asOf.validOn, -before);
					const params = progressParams(asked, { measure, compareOn, extras }, TODAY);
					expect(parseProgress(params, asked, [])).toEqual({ measure, compareOn, extras });
				}
			)
		);
	});

	it('tells what it cannot use', () => {
		const params = new URLSearchParams('telling=boeken&vergelijk=2030-01-01');
		const notices: Notice[] = [];
		const asked = parseProgress(params, view(), notices);
		expect(asked).toEqual({ measure: 'locations', compareOn: '2022-01-30' });
		expect(notices.map(({ parameter }) => parameter)).toEqual(['vergelijk', 'telling']);
	});
});

describe('the end of an axis', () => {
	it('is a round number that holds all', () => {
		expect([0, 9, 13, 98, 108, 121, 445].map(roundUp)).toEqual([10, 10, 16, 100, 120, 160, 600]);
	});
});
