import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { facilitiesOn, facilityLines } from './facilities.ts';
import { holdingOn, standingRows, type TraitRow } from './trait.ts';

const row = (id: number, change: Partial<TraitRow> = {}): TraitRow => ({
	...{ id, trait: 'pc_count', value: id, validFrom: '2022-01-01', validUntil: null },
	...{ replaced: null, undoesId: null, recordedOn: '2022-01-01', ...change }
});
const undo = (id: number, undoesId: number, recordedOn = '2022-01-01') =>
	row(id, { undoesId, value: null, recordedOn });

describe('what still counts', () => {
	it('is the latest day, and of the same day the latest recording', () => {
		const rows = [row(1), row(2, { validFrom: '2022-02-01' }), row(3)];
		expect(holdingOn(standingRows(rows, 'pc_count'), '2022-01-31')?.value).toBe(3);
		expect(holdingOn(standingRows(rows, 'pc_count'), '2022-02-01')?.value).toBe(2);
		expect(holdingOn(standingRows(rows, 'pc_count'), '2021-12-31')).toBeUndefined();
	});

	it('was still there as known before it was taken back', () => {
		const rows = [row(1), undo(2, 1, '2022-03-01')];
		expect(standingRows(rows, 'pc_count')).toEqual([]);
		expect(standingRows(rows, 'pc_count', '2022-02-28')).toHaveLength(1);
		expect(standingRows(rows, 'printer')).toEqual([]);
	});

	it('on a known day never depends on what is recorded later', () => {
		const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays('2022-01-01', days));
		const said = fc.array(fc.record({ validFrom: day, undoes: fc.boolean() }), { maxLength: 12 });
		fc.assert(
			fc.property(said, day, fc.integer({ min: 0, max: 12 }), (list, on, known) => {
				// Recorded one a day, in their order; some take back the one before.
				const rows = list.map(({ validFrom, undoes }, index) =>
					undoes && index > 0
						? undo(index + 1, index, addDays('2022-01-01', index))
						: row(index + 1, { validFrom, recordedOn: addDays('2022-01-01', index) })
				);
				const knownOn = addDays('2022-01-01', known);
				const then = standingRows(rows, 'pc_count', knownOn);
				const asOfThen = standingRows(rows.slice(0, known + 1), 'pc_count');
				expect(then).toEqual(asOfThen);
				expect(holdingOn(then, on)).toEqual(holdingOn(asOfThen, on));
			})
		);
	});
});

describe('facilities', () => {
	it('are told when they are known, also that something is not there', () => {
		const rows = [row(1, { value: 3 }), row(2, { trait: 'printer', value: false })];
		const known = facilitiesOn(rows, '2022-01-31');
		expect(facilityLines(known)).toEqual(['Geen printer', '3 computers']);
		expect(facilityLines(facilitiesOn(rows, '2021-12-31'))).toEqual([]);
	});
});
