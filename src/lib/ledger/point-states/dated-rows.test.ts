import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyStates, statesFrom } from '#tests/factories/point-states.ts';
import { inOrder } from './dated-rows.ts';

it('puts the rows that count on some day in order of their first day, and keeps no other', () => {
	fc.assert(
		fc.property(anyStates, (all) => {
			const states = statesFrom(all);
			const dated = {
				states,
				rows: Int32Array.from(all, (_, row) => row),
				from: (row: number) => states.validFrom[row]!,
				to: (row: number) => states.validTo[row]!
			};
			const counted = [...dated.rows].filter((row) => dated.from(row) < dated.to(row));
			expect([...inOrder(dated).rows]).toEqual(
				counted.toSorted((one, other) => dated.from(one) - dated.from(other) || one - other)
			);
		})
	);
});
