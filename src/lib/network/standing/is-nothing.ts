import type { Headline } from './types.ts';

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
