import { m } from '#lib/paraglide/messages.js';
import { itemName } from '#lib/programme/toolkit/labels.ts';
import type { ItemState, ToolkitItem } from '#lib/programme/toolkit/toolkit.ts';
import type { EquippedLibrary } from './types.ts';

/** How one thing stands at a library. What nobody said is not known, which is not the same as missing. */
export const STANDINGS = ['there', 'coming', 'missing', 'not_needed', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One thing that a library should have in place. */
export interface Aspect {
	/** Its name in files. */
	key: string;
	label: string;
	standingOf: (library: EquippedLibrary) => Standing;
}

const OF_STATE: Record<ItemState, Standing> = {
	aanwezig: 'there',
	besteld: 'coming',
	afwezig: 'missing',
	niet_nodig: 'not_needed'
};
const OF_MILESTONE = { achieved: 'there', not_applicable: 'not_needed' } as const;

/** A milestone that was not reached is missing: the ledger knows of every library how far it is. */
const ofMilestone = (kind: EquippedLibrary['training']): Standing =>
	kind === null ? 'missing' : OF_MILESTONE[kind];

/** Of a library without an open point there is nothing to check yet. */
function ofGids({ points, checked }: EquippedLibrary): Standing {
	if (points === 0) return 'not_needed';
	return checked === points ? 'there' : 'missing';
}

/** Everything that is asked of a library, in the order of the page. */
export function aspectsOf(items: readonly ToolkitItem[]): Aspect[] {
	return [
		...items.map((item) => ({
			key: item.code.replaceAll('-', '_'),
			label: itemName(item),
			standingOf: ({ items: said }: EquippedLibrary): Standing => {
				const state = said[item.code];
				return state ? OF_STATE[state] : 'unknown';
			}
		})),
		{
			key: 'elearning',
			label: m.toolkit_aspect_elearning(),
			standingOf: ({ elearning }) => ofMilestone(elearning)
		},
		{
			key: 'training',
			label: m.toolkit_aspect_training(),
			standingOf: ({ training }) => ofMilestone(training)
		},
		{ key: 'gids', label: m.toolkit_aspect_gids(), standingOf: ofGids }
	];
}

/** What a library lacks or waits for, and of what nobody said how it stands. */
export function gapsOf(
	library: EquippedLibrary,
	aspects: readonly Aspect[]
): { missing: Aspect[]; unknown: Aspect[] } {
	const standing = (asked: readonly Standing[]) =>
		aspects.filter((aspect) => asked.includes(aspect.standingOf(library)));
	return { missing: standing(['missing', 'coming']), unknown: standing(['unknown']) };
}

/** How many of these libraries stand so, by aspect. */
export function countStandings(
	libraries: readonly EquippedLibrary[],
	{ standingOf }: Aspect
): Record<Standing, number> {
	const counts = { there: 0, coming: 0, missing: 0, not_needed: 0, unknown: 0 };
	for (const library of libraries) counts[standingOf(library)] += 1;
	return counts;
}
