import { changeOf, type Change, type Side } from '#lib/figures/compare/compare.ts';
import type { Day } from '#lib/base/day/day.ts';

/** A library as an edition says it; what the next edition is compared with. */
export interface LibraryLine {
	slug: string;
	name: string;
	/** Realised locations. */
	locations: number;
	/** Realised points outside a library; null in editions that counted them among the locations. */
	outside: number | null;
	openedOn: Day | null;
	/** Current plan of the first location that is still to open. */
	planOn: Day | null;
}

/** What can have happened to a library between two editions. */
export type LibraryChangeKind = Change | 'more_locations' | 'fewer_locations' | 'added' | 'removed';

/** In the order in which they are told. */
export const LIBRARY_CHANGES: readonly LibraryChangeKind[] = [
	'opened',
	'more_locations',
	'fewer_locations',
	'closed',
	'slipped',
	'brought_forward',
	'newly_planned',
	'withdrawn',
	'corrected',
	'added',
	'removed'
];

/** One library that is otherwise than in the edition before; null on the side where it is not there. */
export interface LibraryChange {
	kind: LibraryChangeKind;
	slug: string;
	name: string;
	before: LibraryLine | null;
	after: LibraryLine | null;
}

/**
 * The libraries that are otherwise than in the edition before, by kind and name. A library that lost
 * its only location, or opened on another day than the edition before said, was corrected.
 */
export function libraryChanges(
	before: readonly LibraryLine[],
	after: readonly LibraryLine[]
): LibraryChange[] {
	const earlier = new Map(before.map((line) => [line.slug, line]));
	const later = new Map(after.map((line) => [line.slug, line]));
	const slugs = [...new Set([...earlier.keys(), ...later.keys()])];
	return slugs
		.flatMap((slug) => {
			const one = earlier.get(slug) ?? null;
			const other = later.get(slug) ?? null;
			const kind = kindOf(one, other);
			return kind
				? [{ kind, slug, name: (other ?? one)?.name ?? slug, before: one, after: other }]
				: [];
		})
		.sort(
			(a, b) =>
				LIBRARY_CHANGES.indexOf(a.kind) - LIBRARY_CHANGES.indexOf(b.kind) ||
				a.name.localeCompare(b.name, 'nl')
		);
}

function kindOf(before: LibraryLine | null, after: LibraryLine | null): LibraryChangeKind | null {
	if (!before) return after && (realisedIn(after) > 0 ? 'opened' : 'added');
	if (!after) return 'removed';
	const change = changeOf(sideOf(before), sideOf(after));
	if (change !== null) return change;
	// Both as the edition before counted.
	const now = before.outside === null ? realisedIn(after) : after.locations;
	if (now === before.locations) return null;
	return now > before.locations ? 'more_locations' : 'fewer_locations';
}

const realisedIn = ({ locations, outside }: LibraryLine) => locations + (outside ?? 0);

function sideOf(line: LibraryLine): Side {
	const { openedOn, planOn } = line;
	return { realised: realisedIn(line) > 0, openedOn, planOn, permanentlyClosed: false };
}
