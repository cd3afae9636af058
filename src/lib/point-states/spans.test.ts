import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyStates, statesFrom } from '#tests/factories/point-states.ts';
import { clip, spansPerPlace, unite, type Span } from './spans.ts';

const anySpan = fc
	.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))
	.map(([from, length]) => ({ from, to: from + length }));
const anySpans = fc.array(anySpan, { maxLength: 12 });

/** The days 0 to 60 of these spans, one by one. */
const daysOf = (spans: readonly Span[]) =>
	Array.from({ length: 61 }, (_, day) => day).filter((day) =>
		spans.some(({ from, to }) => from <= day && day < to)
	);

describe('spans of days', () => {
	it('united have the same days, in order and without touching', () => {
		fc.assert(
			fc.property(anySpans, (spans) => {
				const united = unite(spans);
				expect(daysOf(united)).toEqual(daysOf(spans));
				for (const [at, { from }] of united.slice(1).entries())
					expect(from).toBeGreaterThan(united[at]!.to);
			})
		);
	});

	it('clipped have the days that lie in both', () => {
		fc.assert(
			fc.property(anySpans, anySpan, (spans, within) => {
				const clipped = clip(spans, within);
				const inside = new Set(daysOf([within]));
				expect(daysOf(clipped)).toEqual(daysOf(spans).filter((day) => inside.has(day)));
				expect(clipped.filter(({ from, to }) => from >= to)).toEqual([]);
			})
		);
	});

	it('per place are the days on which one of its rows holds', () => {
		fc.assert(
			fc.property(anyStates, (all) => {
				const rows = all.filter(({ validFrom, validTo }) => validFrom < validTo);
				const numbers = Int32Array.from(rows, (_, at) => at);
				const perPlace = spansPerPlace(statesFrom(rows), numbers, 'libraryId');
				const spansOf = (id: number) =>
					rows
						.filter(({ libraryId }) => libraryId === id)
						.map(({ validFrom, validTo }) => ({ from: validFrom, to: validTo }));
				for (const id of [1, 2, 3, 4])
					expect(daysOf(perPlace.get(id) ?? [])).toEqual(daysOf(spansOf(id)));
			})
		);
	});
});
