import type { Headline, Selection } from './types.ts';

/**
 * The filters leave nothing at all, so that there is nothing to read out: not "as planned", not "complete", not
 * "none is behind".
 */
export function isNothing({
	organisations,
	municipalities
}: Pick<Headline, 'organisations' | 'municipalities'>): boolean {
	return organisations.total === 0 && municipalities.total === 0;
}

/** No place has the statuses asked for. */
export const isNothingSelected = ({ municipalities, organisations, points }: Selection): boolean =>
	municipalities + organisations + points === 0;
