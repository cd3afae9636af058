import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOREVER_NUMBER } from '#lib/base/day/day-number.ts';
import { columnsOf } from '#lib/ledger/point-states/columns.ts';
import { stateRow, statesFrom } from '#tests/factories/point-states.ts';
import {
	MILESTONE_COLUMNS,
	NO_MILESTONES,
	type MilestoneColumn,
	type MilestoneColumns
} from './milestone-states.ts';
import { countProgress, progressOfLibrary, progressOfPoint, shareDone } from './progress.ts';
import { SERVICE_AREA_COLUMNS, sharesPerMunicipality } from './municipality-shares.ts';

type Row = Record<MilestoneColumn, number>;

const ALWAYS = { validFrom: 0, validTo: FOREVER_NUMBER, knownFrom: 0, knownTo: FOREVER_NUMBER };
const row = (values: Partial<Row>): Row => ({
	...{ subjectId: 1, done: 1, step: 0 },
	...ALWAYS,
	...values
});
const columns = (rows: readonly Row[]): MilestoneColumns =>
	columnsOf(MILESTONE_COLUMNS, (name) => Int32Array.from(rows, (one) => one[name]));
/** Points by the id of their library, numbered from 1, all of which exist. */
const existing = (...libraries: number[]) => ({
	states: statesFrom(libraries.map((libraryId, at) => stateRow({ pointId: at + 1, libraryId }))),
	rows: Int32Array.from(libraries, (_, at) => at)
});

const day = fc.integer({ min: 0, max: 12 });
const end = fc.oneof(day, fc.constant(FOREVER_NUMBER));
const anyRows = fc.array(
	fc.record({
		...{ subjectId: fc.integer({ min: 1, max: 4 }), done: fc.constantFrom(0, 1), step: fc.nat(13) },
		...{ validFrom: day, validTo: end, knownFrom: day, knownTo: end }
	}),
	{ maxLength: 30 }
);

describe('milestones done', () => {
	it('of a library are its own eight and six of each point that it has', () => {
		const milestones = {
			library: columns([row({ subjectId: 7 }), row({ subjectId: 7, done: 0 })]),
			information_point: columns([
				...[row({ subjectId: 1 }), row({ subjectId: 1 }), row({ subjectId: 2, done: 0 })],
				// Of a point that does not exist on the day: nobody's.
				row({ subjectId: 3 })
			])
		};
		const progress = countProgress(milestones, existing(7, 7), 5, 5);
		expect(progressOfLibrary(progress, 7)).toEqual({ done: 3, applicable: 8 - 1 + 12 - 1 });
		expect(progressOfPoint(progress, 1)).toEqual({ done: 2, applicable: 6 });
		expect(progressOfPoint(progress, 2)).toEqual({ done: 0, applicable: 5 });
	});

	it('of which nothing was said are none, out of all', () => {
		const progress = countProgress(NO_MILESTONES, existing(4), 5, 5);
		expect(progressOfLibrary(progress, 4)).toEqual({ done: 0, applicable: 14 });
		expect(progressOfLibrary(progress, 99)).toEqual({ done: 0, applicable: 8 });
		expect(progressOfPoint(progress, 99)).toEqual({ done: 0, applicable: 6 });
	});

	it('hold on D as known on K, from the first day of both until the last', () => {
		fc.assert(
			fc.property(anyRows, anyRows, day, day, (own, ofPoints, on, known) => {
				const milestones = { library: columns(own), information_point: columns(ofPoints) };
				// Points 1 and 3 belong to library 2, point 2 to library 4; point 4 does not exist.
				const progress = countProgress(milestones, existing(2, 4, 2), on, known);
				const holding = (rows: readonly Row[], ids: readonly number[], done: number) =>
					rows.filter(
						(one) =>
							ids.includes(one.subjectId) &&
							one.done === done &&
							one.validFrom <= on &&
							on < one.validTo &&
							one.knownFrom <= known &&
							known < one.knownTo
					).length;
				for (const [library, points] of [
					[1, []],
					[2, [1, 3]],
					[4, [2]]
				] as const) {
					const spared = holding(own, [library], 0) + holding(ofPoints, points, 0);
					expect(progressOfLibrary(progress, library)).toEqual({
						done: holding(own, [library], 1) + holding(ofPoints, points, 1),
						applicable: 8 + 6 * points.length - spared
					});
				}
			})
		);
	});

	it('have no share where nothing applies', () => {
		expect(shareDone({ done: 0, applicable: 0 })).toBeNull();
		expect(shareDone({ done: 3, applicable: 4 })).toBe(0.75);
	});
});

it('averages the libraries of a municipality by the inhabitants that each serves', () => {
	const done = (subjectId: number, count: number) =>
		Array.from({ length: count }, () => row({ subjectId }));
	const spared = Array.from({ length: 8 }, () => row({ subjectId: 3, done: 0 }));
	const own = columns([...done(1, 8), ...done(2, 2), ...spared]);
	const progress = countProgress({ ...NO_MILESTONES, library: own }, existing(), 5, 5);
	const areas = [
		...[{ municipality: 363, libraryId: 1, share: 7_500 }],
		...[{ municipality: 363, libraryId: 2, share: 2_500 }],
		// To library 3 no milestone applies.
		...[{ municipality: 363, libraryId: 3, share: 5_000 }],
		{ municipality: 14, libraryId: 3, share: 10_000 }
	];
	const shares = sharesPerMunicipality(
		columnsOf(SERVICE_AREA_COLUMNS, (name) => Int32Array.from(areas, (area) => area[name])),
		progress
	);
	// (0.75 × 8/8 + 0.25 × 2/8) / (0.75 + 0.25)
	expect([...shares]).toEqual([[363, 0.8125]]);
});
