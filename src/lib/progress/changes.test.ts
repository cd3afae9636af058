import { describe, expect, it } from 'vitest';
import { FOREVER_NUMBER, toDayNumber } from '#lib/day/day-number.ts';
import { REALISED } from '#lib/point-states/point-states.ts';
import { stateRow, statesFrom, type StateRow } from '#tests/factories/point-states.ts';
import { cohortOpenings } from './cohort-openings.ts';
import { factChanges } from './fact-changes.ts';
import { planChanges, plannedDays, plannedDaysPerPlace } from './plan-changes.ts';

const on = toDayNumber;

describe('changes of the fact', () => {
	it('rise on the first day, fall on the day after the last, and never fall when they go on', () => {
		const changes = factChanges((count) => {
			count(31, on('2021-03-01'), on('2021-05-01'), 1);
			count(20, on('2021-03-01'), FOREVER_NUMBER, 12);
			count(31, on('2021-03-01'), FOREVER_NUMBER, 1);
		});
		expect(changes).toEqual([
			{ provinceCode: 'PV20', day: '2021-03-01', change: 12 },
			{ provinceCode: 'PV31', day: '2021-03-01', change: 2 },
			{ provinceCode: 'PV31', day: '2021-05-01', change: -1 }
		]);
	});

	it('that meet cancel out', () => {
		const changes = factChanges((count) => {
			count(31, on('2021-03-01'), on('2021-05-01'), 7);
			count(31, on('2021-05-01'), FOREVER_NUMBER, 7);
		});
		expect(changes).toEqual([{ provinceCode: 'PV31', day: '2021-03-01', change: 7 }]);
	});

	it('are in order of day, also long ago and far ahead', () => {
		const days = [
			'2017-12-31',
			'2018-01-01',
			'2029-03-19',
			'2029-03-20',
			'1998-02-03',
			'2101-01-01'
		];
		const changes = factChanges((count) => {
			for (const day of days) count(31, on(day), FOREVER_NUMBER, 1);
		});
		expect(changes.map(({ day }) => day)).toEqual(days.toSorted());
	});
});

const D = on('2021-06-30');
const planned = (values: Partial<StateRow>) => plannedDays(statesFrom([stateRow(values)]), 0, D);
const day = (text: string) => on(text);

describe('what is planned', () => {
	it('of an open point is the day it opened, or the plan when that was earlier; nothing is to come', () => {
		const open = { flags: REALISED, openedOn: day('2021-02-01') };
		expect(planned({ ...open, planOn: day('2021-03-01') }).currentOn).toBe(day('2021-02-01'));
		expect(planned({ ...open, planOn: day('2021-01-01') }).currentOn).toBe(day('2021-01-01'));
		expect(planned(open).currentOn).toBe(day('2021-02-01'));
		expect(planned({ ...open, forecastOn: day('2021-09-01') }).laterOn).toBe(FOREVER_NUMBER);
	});

	it('of a point that has to open is its plan, and what is to come its forecast before its plan', () => {
		const waits = { awaitedOn: day('2021-09-01'), planOn: day('2021-09-01') };
		expect(planned(waits)).toMatchObject({
			currentOn: day('2021-09-01'),
			laterOn: day('2021-09-01')
		});
		expect(planned({ ...waits, forecastOn: day('2021-10-01') }).laterOn).toBe(day('2021-10-01'));
	});

	it('but has not come by the day looked at is not to come any more', () => {
		const late = { awaitedOn: D, planOn: D };
		expect(planned(late).laterOn).toBe(FOREVER_NUMBER);
		expect(planned({ ...late, forecastOn: D + 1 }).laterOn).toBe(D + 1);
	});

	it('of a point that does not open any more is nothing, but for its first plan', () => {
		expect(planned({ firstPlanOn: day('2020-01-01'), planOn: day('2022-01-01') })).toEqual({
			firstPlanOn: day('2020-01-01'),
			currentOn: FOREVER_NUMBER,
			laterOn: FOREVER_NUMBER
		});
	});

	it('of a place is the earliest of its points, and after one opened only what is open', () => {
		const awaited = (text: string, values: Partial<StateRow>) =>
			stateRow({ awaitedOn: day(text), planOn: day(text), firstPlanOn: day(text), ...values });
		const states = statesFrom([
			awaited('2021-10-01', { libraryId: 1 }),
			awaited('2021-08-01', { libraryId: 1 }),
			awaited('2021-01-01', { libraryId: 2, firstPlanOn: day('2020-05-01') }),
			awaited('2021-07-01', { libraryId: 2 }),
			stateRow({ libraryId: 2, flags: REALISED, openedOn: day('2021-03-01') })
		]);
		const of = plannedDaysPerPlace(states, Int32Array.of(0, 1, 2, 3, 4), 'libraryId', D);
		expect(of(1)).toEqual({
			firstPlanOn: day('2021-08-01'),
			currentOn: day('2021-08-01'),
			laterOn: day('2021-08-01')
		});
		expect(of(2)).toEqual({
			firstPlanOn: day('2020-05-01'),
			currentOn: day('2021-03-01'),
			laterOn: FOREVER_NUMBER
		});
		expect(of(3).currentOn).toBe(FOREVER_NUMBER);
	});

	it('adds up per plan, province and day', () => {
		const days = { firstPlanOn: day('2021-01-01'), currentOn: day('2021-02-01') };
		const changes = planChanges((count) => {
			count(31, { ...days, laterOn: FOREVER_NUMBER }, 1);
			count(31, { ...days, laterOn: day('2021-08-01') }, 1);
		});
		expect(changes).toEqual([
			{ provinceCode: 'PV31', lane: 'firstPlan', day: '2021-01-01', change: 2 },
			{ provinceCode: 'PV31', lane: 'plan', day: '2021-02-01', change: 2 },
			{ provinceCode: 'PV31', lane: 'forecast', day: '2021-08-01', change: 1 }
		]);
	});
});

describe('openings per group', () => {
	it('count whole weeks, rounded up until the opening and down while waiting', () => {
		const applied = day('2020-01-01');
		const openings = cohortOpenings(
			{
				libraries: { id: Int32Array.of(9, 1, 2, 3, 4, 5), cohort: Int32Array.of(1, 2, 2, 2, 3, 2) },
				rows: [1, 2, 3, 4, 5],
				appliedOn: new Map([1, 2, 3, 4, 9].map((id) => [id, applied])),
				openedOn: Int32Array.of(0, applied + 7, applied + 8, applied - 3, FOREVER_NUMBER, applied)
			},
			applied + 20
		);
		expect(openings).toEqual([
			{ cohort: 'uitrol_2020', weeks: 1, waiting: null, count: 1 },
			{ cohort: 'uitrol_2020', weeks: 2, waiting: null, count: 1 },
			{ cohort: 'uitrol_2020', weeks: 0, waiting: null, count: 1 },
			{ cohort: 'uitrol_2021', weeks: null, waiting: 2, count: 1 }
		]);
	});
});
