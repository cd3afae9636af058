import type { WhiteSpot } from './coverage-page.ts';
import { WHITE_SPOT_CLASSES, type WhiteSpotClass } from '#lib/base/status/rollout-status.ts';

/** White spots of one class. */
export interface SpotGroup {
	status: WhiteSpotClass;
	municipalities: number;
	inhabitants: number;
	/** The same without the places that are supposed to open. */
	left: { municipalities: number; inhabitants: number };
}

/** Every class of white spots with what is in it, also when that is nothing. */
export function spotGroups(whiteSpots: readonly WhiteSpot[]): SpotGroup[] {
	const spotsOf = Map.groupBy(whiteSpots, ({ status }) => status);
	return WHITE_SPOT_CLASSES.map((status) => {
		const spots = spotsOf.get(status) ?? [];
		return { status, ...countOf(spots), left: countOf(spots.filter(({ supposed }) => !supposed)) };
	});
}

const countOf = (spots: readonly WhiteSpot[]) => ({
	municipalities: spots.length,
	inhabitants: spots.reduce((sum, { inhabitants }) => sum + inhabitants, 0)
});
