import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOREVER_NUMBER } from '#lib/base/day/day-number.ts';
import { anyStates, statesFrom, rowsFrom } from '#tests/factories/point-states.ts';
import {
	EVERYTHING_KNOWN,
	knownOf,
	NO_STATES,
	REALISED,
	realisedStates,
	replacePoints,
	statesOn
} from './point-states.ts';

const anyDay = fc.integer({ min: 0, max: 30 });

describe('the states of points in memory', () => {
	it('hold on D as known on K when both days lie in their intervals', () => {
		fc.assert(
			fc.property(anyStates, anyDay, anyDay, (rows, on, known) => {
				const expected = rows.flatMap((row, at) =>
					row.validFrom <= on && on < row.validTo && row.knownFrom <= known && known < row.knownTo
						? [at]
						: []
				);
				expect([...statesOn(statesFrom(rows), on, known)]).toEqual(expected);
			})
		);
	});

	it('with everything known are those that are known for ever', () => {
		fc.assert(
			fc.property(anyStates, anyDay, (rows, on) => {
				const states = statesFrom(rows);
				const found = [...statesOn(states, on, EVERYTHING_KNOWN)];
				expect(found.map((at) => rows[at]!.knownTo)).toEqual(found.map(() => FOREVER_NUMBER));
				const expected = rows.filter(
					({ validFrom, validTo, knownTo }) =>
						validFrom <= on && on < validTo && knownTo === FOREVER_NUMBER
				);
				expect(found).toHaveLength(expected.length);
			})
		);
	});

	it('are found by what they say, whichever day they are about', () => {
		fc.assert(
			fc.property(anyStates, anyDay, (rows, known) => {
				const states = statesFrom(rows);
				const found = [...knownOf(states, realisedStates(states), known)];
				const expected = rows.flatMap(({ flags, knownFrom, knownTo }, at) =>
					flags & REALISED && knownFrom <= known && known < knownTo ? [at] : []
				);
				expect(found).toEqual(
					expected.sort((one, other) => rows[one]!.validFrom - rows[other]!.validFrom)
				);
			})
		);
	});

	it('are replaced per point: the others stay as they were', () => {
		fc.assert(
			fc.property(anyStates, anyStates, anyStates, (before, one, other) => {
				const points = new Set([1, 3]);
				const ofThose = (rows: typeof before) => rows.filter(({ pointId }) => points.has(pointId));
				const [old, fresh] = [statesFrom(before), [ofThose(one), ofThose(other)]];
				const after = replacePoints(old, points, fresh.map(statesFrom));
				expect(rowsFrom(after)).toEqual([
					...before.filter(({ pointId }) => !points.has(pointId)),
					...fresh.flat()
				]);
				// Who still reads the old ones is not disturbed.
				expect(rowsFrom(old)).toEqual(before);
			})
		);
	});

	it('begin with none', () => {
		expect(statesOn(NO_STATES, 0, EVERYTHING_KNOWN)).toHaveLength(0);
	});
});
