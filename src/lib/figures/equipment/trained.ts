import type { EquippedLibrary } from './types.ts';

/** Fewer trained people of one library than this are not shown: in a small team one knows who they are. */
export const FEWEST_SHOWN = 5;

export interface Trained {
	/** Trained employees and volunteers, without those of libraries with fewer than five. */
	people: number;
	/** Libraries of which the number is known. */
	reported: number;
	/** Libraries with one to four, whose number is in no sum. */
	few: number;
}

/** Whether the number of a library is kept to "fewer than five". */
export const isFew = ({ trained }: Pick<EquippedLibrary, 'trained'>): boolean =>
	trained !== null && trained > 0 && trained < FEWEST_SHOWN;

/** The number that may be shown of a library; null when it is not known, or small. */
export const shownTrained = (library: Pick<EquippedLibrary, 'trained'>): number | null =>
	isFew(library) ? null : library.trained;

/** These libraries together. What is left out of the sum cannot be found by subtracting others. */
export function countTrained(libraries: readonly Pick<EquippedLibrary, 'trained'>[]): Trained {
	return {
		people: libraries.reduce((sum, library) => sum + (shownTrained(library) ?? 0), 0),
		reported: libraries.filter(({ trained }) => trained !== null).length,
		few: libraries.filter(isFew).length
	};
}
