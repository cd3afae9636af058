import type { View } from '#lib/base/selection/view.ts';
import type { ItemState, ToolkitItem } from '#lib/programme/toolkit/toolkit.ts';

/** A library with what it has on D, as known on K. */
export interface EquippedLibrary {
	slug: string;
	name: string;
	province: string;
	/** By the code of the item; absent of which nothing was said. */
	items: Readonly<Record<string, ItemState>>;
	/** The milestone is reached, or does not apply; null: neither was said. */
	elearning: 'achieved' | 'not_applicable' | null;
	training: 'achieved' | 'not_applicable' | null;
	/** Trained employees and volunteers of its open points together; null when of none it is known. */
	trained: number | null;
	/** Its open points, and those of which the entry in G!DS was checked. */
	points: number;
	checked: number;
}

/** A provider whose film there is, as the source says, or is not known of. */
export interface FilmOf {
	abbreviation: string;
	name: string;
	/** The page of the programme names it among those that introduce themselves in a film. */
	isNamed: boolean;
}

/** Everything that the page about equipment shows. */
export interface Equipment {
	view: View;
	today: string;
	demoData: boolean;
	items: readonly ToolkitItem[];
	/** By name; also a library of which nothing was said. */
	libraries: readonly EquippedLibrary[];
	films: readonly FilmOf[];
}
