import { sumOf } from './totals.ts';
import type { Bought, ComputedAward } from './types.ts';

/** How long the open points of a library are open in a usual week, as far as that is known. */
export interface LibraryHours {
	libraryId: number;
	points: number;
	/** Those of which the hours are known. */
	known: number;
	minutes: number;
}

/**
 * The last year that can be computed, beside what there is on the day. Hours count only of libraries of
 * which those of each open point are known: else an hour would seem to cost more than it does.
 */
export function boughtWith(
	awards: readonly ComputedAward[],
	open: { locations: number; covered: number; hours: readonly LibraryHours[] }
): Bought | null {
	const computed = awards.filter(({ cents }) => cents !== null);
	if (computed.length === 0) return null;
	const year = Math.max(...computed.map(({ rate }) => rate.year));
	const ofYear = computed.filter(({ rate }) => rate.year === year);
	const paid = new Set(ofYear.map(({ base }) => base.id));
	const told = open.hours.filter(
		({ libraryId, points, known, minutes }) =>
			paid.has(libraryId) && known === points && minutes > 0
	);
	const among = new Set(told.map(({ libraryId }) => libraryId));
	return {
		...{ year, cents: sumOf(ofYear), locations: open.locations, covered: open.covered },
		hours: {
			libraries: among.size,
			minutesPerWeek: told.reduce((sum, { minutes }) => sum + minutes, 0),
			cents: sumOf(ofYear.filter(({ base }) => among.has(base.id)))
		}
	};
}
