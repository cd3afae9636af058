import { describe, expect, it } from 'vitest';
import { runRows } from './run-rows.ts';

describe('runRows', () => {
	it('gives rows that are written apart', () => {
		const rows = runRows(3, 4);
		rows[1]!.fill(7);
		expect(rows.map((row) => [...row])).toEqual([
			[0, 0, 0, 0],
			[7, 7, 7, 7],
			[0, 0, 0, 0]
		]);
	});

	it('keeps them in one block, which the system gets back', () => {
		const rows = runRows(3, 4);
		expect(new Set(rows.map(({ buffer }) => buffer)).size).toBe(1);
		expect(rows[0]!.buffer.byteLength).toBe(3 * 4 * 4);
	});

	it('has nothing of no rows', () => {
		expect(runRows(0, 4)).toEqual([]);
	});
});
