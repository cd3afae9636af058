/** Of how many of today's libraries nobody of the rollout recorded anything yet. */
export interface Unfilled {
	unfilled: number;
	libraries: number;
}

/**
 * Whether most libraries are still to be filled in, as in the first weeks of a real team: counts are
 * then far too low to say that something was not reached, or was counted in another way.
 */
export function isMostlyUnfilled({ unfilled, libraries }: Unfilled): boolean {
	return unfilled * 2 > libraries;
}
