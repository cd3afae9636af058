import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyStates, statesFrom } from '#tests/factories/point-states.ts';
import { spansPerPlace, type Span } from './spans.ts';

/** The days 0 to 60 of these spans, one by one. */
const daysOf = (spans: readonly Span[]) =>
	Array.from({ length: 61 }, (_, day) => day).filter((day) =>
		spans.some(({ from, to }) => from <= day && day < to)
	);

it.each(['libraryId', 'municipality'] as const)(
	'tells per %s the days on which one of its rows holds, as spans that do not touch',
	(column) => {
		fc.assert(
			fc.property(anyStates, (all) => {
				const rows = all
					.filter(({ validFrom, validTo }) => validFrom < validTo)
					.sort((one, other) => one.validFrom - other.validFrom);
				const told = new Map<number, Span[]>();
				const states = statesFrom(rows);
				const dated = {
					states,
					rows: Int32Array.from(rows, (_, at) => at),
					from: (row: number) => states.validFrom[row]!,
					to: (row: number) => states.validTo[row]!
				};
				spansPerPlace(dated, column, (place, from, to) =>
					told.set(place, [...(told.get(place) ?? []), { from, to }])
				);
				for (const place of [1, 2, 3, 4]) {
					const own = rows.filter((row) => row[column] === place);
					const spans = told.get(place) ?? [];
					expect(daysOf(spans)).toEqual(
						daysOf(own.map(({ validFrom, validTo }) => ({ from: validFrom, to: validTo })))
					);
					for (const [at, { from }] of spans.slice(1).entries())
						expect(from).toBeGreaterThan(spans[at]!.to);
				}
			})
		);
	}
);
