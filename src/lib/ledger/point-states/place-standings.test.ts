import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FOREVER_NUMBER, toDayOrNull } from '#lib/base/day/day-number.ts';
import { anyStates, statesFrom, type StateRow } from '#tests/factories/point-states.ts';
import { standingOf, standingsPerPlace } from './place-standings.ts';
import {
	ACCESSIBLE,
	ONLINE_ONLY,
	OUTSIDE_LIBRARY,
	REALISED,
	TEMPORARILY_CLOSED
} from './point-states.ts';

const earliest = (rows: readonly StateRow[], column: keyof StateRow) =>
	toDayOrNull(Math.min(FOREVER_NUMBER, ...rows.map((row) => row[column])));

it.each(['libraryId', 'municipality'] as const)('adds the chosen rows up per %s', (column) => {
	fc.assert(
		fc.property(anyStates, fc.nat({ max: 3 }), (all, skipped) => {
			const chosen = all.map((_, at) => at).filter((at) => at % 4 !== skipped);
			const standings = standingsPerPlace(statesFrom(all), Int32Array.from(chosen), column);
			for (const place of [1, 2, 3, 4, 99]) {
				const own = chosen.map((at) => all[at]!).filter((row) => row[column] === place);
				const having = (flag: number) => own.filter(({ flags }) => flags & flag);
				// As in the projection: only what is realised is accessible or temporarily closed.
				const realisedAnd = (flag: number) => having(REALISED).filter(({ flags }) => flags & flag);
				const within = (rows: readonly StateRow[]) =>
					rows.filter(({ flags }) => !(flags & OUTSIDE_LIBRARY)).length;
				expect(standingOf(standings, place)).toEqual({
					realised: having(REALISED).length,
					accessible: realisedAnd(ACCESSIBLE).length,
					temporarilyClosed: realisedAnd(TEMPORARILY_CLOSED).length,
					locations: {
						open: within(having(REALISED)),
						accessible: within(realisedAnd(ACCESSIBLE)),
						temporarilyClosed: within(realisedAnd(TEMPORARILY_CLOSED)),
						outsideLibrary: realisedAnd(OUTSIDE_LIBRARY).length
					},
					onlineOnly: having(ONLINE_ONLY).length,
					withdrawn: own.filter(
						(row) =>
							row.openedOn === FOREVER_NUMBER &&
							row.awaitedOn === FOREVER_NUMBER &&
							row.firstPlanOn !== FOREVER_NUMBER
					).length,
					openedOn: earliest(having(REALISED), 'openedOn'),
					awaitedOn: earliest(own, 'awaitedOn'),
					firstPlanOn: earliest(own, 'firstPlanOn')
				});
			}
		})
	);
});
