import { describe, expect, it } from 'vitest';
import { FOREVER_NUMBER, toDayNumber } from '#lib/base/day/day-number.ts';
import type { DatedRows } from '#lib/ledger/point-states/dated-rows.ts';
import {
	EVERYTHING_KNOWN,
	REALISED,
	statesOn,
	type KnownStates
} from '#lib/ledger/point-states/point-states.ts';
import { stateRow, statesFrom, type StateRow } from '#tests/factories/point-states.ts';
import { cohortOpenings } from './cohort-openings.ts';
import { factChanges } from './fact-changes.ts';
import {
	expectedRows,
	firstPlannedRows,
	notYetRealised,
	openedRows,
	plannedRows
} from './planned-rows.ts';

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
const day = (text: string) => on(text);

/** What the states of some points say on D: all are known, and those of D are the ones of now. */
function known(...rows: Partial<StateRow>[]): KnownStates {
	const states = statesFrom(rows.map(stateRow));
	const ever = Int32Array.from(rows, (_, row) => row);
	return { states, ever, now: statesOn(states, D, EVERYTHING_KNOWN), factDay: D };
}

/** The days that rows count, as spans. */
const spans = ({ rows, from, to }: DatedRows) => [...rows].map((row) => [from(row), to(row)]);

describe('what is planned', () => {
	it('of an open point is its last plan, earlier or later than the opening, and nothing is to come', () => {
		const open = { flags: REALISED, openedOn: day('2021-02-01') };
		for (const text of ['2021-01-01', '2021-03-01', '2021-09-01']) {
			const states = known({ ...open, planOn: day(text), forecastOn: day('2021-10-01') });
			expect(spans(plannedRows(states))).toEqual([[day(text), FOREVER_NUMBER]]);
			expect(spans(openedRows(states))).toEqual([[day(text), FOREVER_NUMBER]]);
			expect(spans(expectedRows(states))).toEqual([]);
		}
		expect(spans(plannedRows(known(open)))).toEqual([]);
	});

	it('of a point that has to open is its plan, and what is to come its forecast before its plan', () => {
		const waits = { awaitedOn: day('2021-09-01'), planOn: day('2021-09-01') };
		const plan = [[day('2021-09-01'), FOREVER_NUMBER]];
		expect(spans(plannedRows(known(waits)))).toEqual(plan);
		expect(spans(openedRows(known(waits)))).toEqual([]);
		expect(spans(expectedRows(known(waits)))).toEqual(plan);
		const told = known({ ...waits, forecastOn: day('2021-10-01') });
		expect(spans(plannedRows(told))).toEqual(plan);
		expect(spans(expectedRows(told))).toEqual([[day('2021-10-01'), FOREVER_NUMBER]]);
	});

	it('but has not come by the day looked at is not to come any more', () => {
		const late = { awaitedOn: D - 1, planOn: D - 1 };
		expect(spans(expectedRows(known(late)))).toEqual([]);
		expect(spans(expectedRows(known({ ...late, forecastOn: D + 1 })))).toHaveLength(1);
	});

	it('for the day looked at itself may still come: it counts from the next', () => {
		const tomorrow = [[D + 1, FOREVER_NUMBER]];
		expect(spans(expectedRows(known({ awaitedOn: D, planOn: D })))).toEqual(tomorrow);
	});

	it('of a point that does not open any more is nothing, but for its first plan', () => {
		const gone = known({ firstPlanOn: day('2020-01-01'), planOn: day('2022-01-01') });
		expect(spans(firstPlannedRows(gone))).toEqual([[day('2020-01-01'), FOREVER_NUMBER]]);
		expect(spans(plannedRows(gone))).toEqual([]);
		expect(spans(expectedRows(gone))).toEqual([]);
	});

	it('counts where a point was on each day, and from now on where it is', () => {
		const plans = { firstPlanOn: day('2020-03-01'), planOn: day('2021-02-01'), openedOn: D };
		const [before, after, tomorrow] = [day('2020-01-01'), day('2021-01-01'), D + 1];
		const moved = known(
			{ ...plans, libraryId: 1, validFrom: before, validTo: after },
			{ ...plans, libraryId: 2, validFrom: after, validTo: tomorrow },
			{ ...plans, libraryId: 3, validFrom: tomorrow }
		);
		expect(spans(firstPlannedRows(moved))).toEqual([
			[day('2020-03-01'), after],
			[after, FOREVER_NUMBER]
		]);
		// The plan of now lies after the move, so the first library never had it.
		expect(spans(plannedRows(moved))).toEqual([[day('2021-02-01'), FOREVER_NUMBER]]);
		expect(moved.states.libraryId[plannedRows(moved).rows[0]!]).toBe(2);
	});

	it('is to come of a place only when nothing of it is realised', () => {
		const awaited = { awaitedOn: day('2021-08-01'), planOn: day('2021-08-01') };
		const states = known(
			{ ...awaited, libraryId: 1 },
			{ ...awaited, pointId: 2, libraryId: 2 },
			{ pointId: 3, libraryId: 2, flags: REALISED, openedOn: day('2021-03-01') }
		);
		expect([...notYetRealised(expectedRows(states), states, 'libraryId').rows]).toEqual([0]);
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
