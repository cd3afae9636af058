import type { Trait } from './trait.ts';

/** What should be known of every location that people can go to. */
export const WANTED = [
	'address',
	'postcode',
	'place',
	'service_variant',
	'hours',
	'private_space',
	'wheelchair',
	'printer',
	'pc_count',
	'staff_count',
	'trained_count',
	'gids_checked_on',
	'registration_account'
] as const satisfies readonly Trait[];

export type Wanted = (typeof WANTED)[number];

/** The wanted things that are not among those known, in their order. */
export function missingOf(known: readonly string[]): Wanted[] {
	return WANTED.filter((trait) => !known.includes(trait));
}

/** The share of what is wanted that is known, over some locations together; null without any. */
export function completeness({ points, known }: { points: number; known: number }): number | null {
	return points === 0 ? null : known / (points * WANTED.length);
}
