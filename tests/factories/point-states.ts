import fc from 'fast-check';
import { FOREVER_NUMBER } from '#lib/base/day/day-number.ts';
import { columnsOf } from '#lib/ledger/point-states/columns.ts';
import {
	POINT_STATE_COLUMNS,
	type PointStateColumn,
	type PointStates
} from '#lib/ledger/point-states/point-states.ts';

export type StateRow = Record<PointStateColumn, number>;

/** A state of a point that holds for ever and says nothing, but for what is given. */
export function stateRow(values: Partial<StateRow> = {}): StateRow {
	return {
		...{ pointId: 1, libraryId: 1, municipality: 1, province: 20, flags: 0 },
		...{ validFrom: 0, validTo: FOREVER_NUMBER, knownFrom: 0, knownTo: FOREVER_NUMBER },
		...{ openedOn: FOREVER_NUMBER, awaitedOn: FOREVER_NUMBER, firstPlanOn: FOREVER_NUMBER },
		...{ planOn: FOREVER_NUMBER, forecastOn: FOREVER_NUMBER },
		...values
	};
}

const day = fc.integer({ min: 0, max: 30 });
const dayOrNone = fc.oneof(day, fc.constant(FOREVER_NUMBER));
const place = fc.integer({ min: 1, max: 4 });

/** Some rows with days 0 to 30, of few points and places. */
export const anyStates: fc.Arbitrary<StateRow[]> = fc.array(
	fc
		.record({
			...{ pointId: place, libraryId: place, municipality: place },
			province: fc.constantFrom(20, 31),
			flags: fc.integer({ min: 0, max: 63 }),
			...{ validFrom: day, validTo: dayOrNone, knownFrom: day, knownTo: dayOrNone },
			...{ openedOn: dayOrNone, awaitedOn: dayOrNone, firstPlanOn: dayOrNone },
			...{ planOn: dayOrNone, forecastOn: dayOrNone }
		})
		.map(stateRow),
	{ maxLength: 40 }
);

export const statesFrom = (rows: readonly StateRow[]): PointStates =>
	columnsOf(POINT_STATE_COLUMNS, (column) => Int32Array.from(rows, (row) => row[column]));

export const rowsFrom = (states: PointStates): StateRow[] =>
	Array.from(states.pointId, (_, row) => {
		const values = POINT_STATE_COLUMNS.map((column) => [column, states[column][row]]);
		return Object.fromEntries(values) as StateRow;
	});
