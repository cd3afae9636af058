import { expectedOf, type Rates, type Speed } from './expected.ts';
import type { Observation } from './observation.ts';

/** Variance between libraries that is assumed, and how many libraries that weighs. */
const PRIOR_VARIANCE = 0.1;
const PRIOR_LIBRARIES = 20;

export interface LibrarySpeeds {
	libraries: ReadonlyMap<number, Speed>;
	/** What is assumed of a library without a history of its own. */
	unknown: Speed;
}

/**
 * How fast each library is: its openings against those that the rates expect of it, drawn towards
 * the whole. How much libraries differ is measured: what varies more than chance explains (a shared
 * gamma frailty, its variance by moments).
 */
export function estimateLibraries(
	observations: readonly Observation[],
	rates: Omit<Rates, 'libraries'>
): LibrarySpeeds {
	const libraries = [...totals(observations, { ...rates, libraries: new Map() })];
	const sum = (of: (row: Totals) => number) => libraries.reduce((all, [, row]) => all + of(row), 0);
	const squares = sum(({ expected }) => expected ** 2);
	const excess = sum(({ seen, expected }) => (seen - expected) ** 2 - expected);
	const seenVariance = squares > 0 ? Math.max(0, excess / squares) : 0;
	const variance =
		(seenVariance * libraries.length + PRIOR_VARIANCE * PRIOR_LIBRARIES) /
		(libraries.length + PRIOR_LIBRARIES);
	const assumed = 1 / variance;
	return {
		libraries: new Map(
			libraries.map(([id, { seen, expected }]) => {
				const weight = seen + assumed;
				return [id, { factor: weight / (expected + assumed), weight }];
			})
		),
		unknown: { factor: 1, weight: assumed }
	};
}

interface Totals {
	seen: number;
	expected: number;
}

/** Per library the openings and those expected; a point that was looked at often counts once. */
function totals(observations: readonly Observation[], rates: Rates): Map<number, Totals> {
	const looks = new Map<number, number>();
	for (const { pointId } of observations) looks.set(pointId, (looks.get(pointId) ?? 0) + 1);
	const result = new Map<number, Totals>();
	for (const look of observations) {
		const row = result.get(look.libraryId) ?? { seen: 0, expected: 0 };
		const share = 1 / looks.get(look.pointId)!;
		if (look.opened) row.seen += share;
		row.expected += share * expectedOf(rates, look);
		result.set(look.libraryId, row);
	}
	return result;
}
