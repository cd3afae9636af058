import { expectedOf, type Rates, type Speed } from './expected.ts';
import type { Observation } from './observation.ts';

/**
 * Assumed openings that pull a library towards the whole: libraries differ by about a quarter. Not
 * measured per history, because that fails when everything stands still: the variance among the
 * libraries of the demo in mid-2020 would be 3, and hardly any point would ever open.
 */
const LIBRARY_PRIOR = 15;

/** What is assumed of a library without a history of its own. */
export const UNKNOWN_LIBRARY: Speed = { factor: 1, weight: LIBRARY_PRIOR };

/**
 * How fast each library is: its openings against those that the rates expect of it, drawn towards
 * the whole (a shared gamma frailty). A point that was looked at often counts once.
 */
export function estimateLibraries(
	observations: readonly Observation[],
	rates: Omit<Rates, 'libraries'>
): Rates['libraries'] {
	const ordinary: Rates = { ...rates, libraries: new Map() };
	const looks = new Map<number, number>();
	for (const { pointId } of observations) looks.set(pointId, (looks.get(pointId) ?? 0) + 1);
	const groups = Map.groupBy(observations, ({ libraryId }) => libraryId);
	return new Map(
		[...groups].map(([id, group]) => {
			let seen = 0;
			let expected = 0;
			for (const look of group) {
				const share = 1 / looks.get(look.pointId)!;
				if (look.opened) seen += share;
				expected += share * expectedOf(ordinary, look);
			}
			const weight = seen + LIBRARY_PRIOR;
			return [id, { factor: weight / (expected + LIBRARY_PRIOR), weight }];
		})
	);
}
