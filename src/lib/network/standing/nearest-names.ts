/** A name as it is compared, without case, accents and general words. */
export interface ComparedName {
	name: string;
	written: string;
	/** By trigrams, of one. */
	likeness: number;
	/** Of a municipality, library, province or POI; not only of a town or village. */
	ours: boolean;
}

/** More would be a list of its own. */
const MOST = 3;
/** How alike two names have to be that differ by more than a few letters. */
const ALIKE = 0.25;
/** What is much less alike than the nearest is not told. */
const NEARLY = 0.7;
/** With fewer letters a search resembles everything. */
const LEAST_LETTERS = 3;
/** Short words that begin many names. */
const ARTICLES = /\b(?:de|den|het|t|s|the)\b/g;

/**
 * The names that somebody may have meant, the nearest first: those that differ by a letter or two (left
 * out, doubled, mistaken or swapped), what the figures are about before its villages, and only where
 * there are none, those that share most of their parts. None where nothing is near: a far guess helps nobody.
 */
export function nearestNames<Name extends ComparedName>(
	asked: string,
	names: readonly Name[]
): Name[] {
	const letters = asked.replaceAll(ARTICLES, '').replaceAll(/[^\p{L}]/gu, '').length;
	if (letters < LEAST_LETTERS) return [];
	const most = letters < 4 ? 0 : letters < 8 ? 1 : 2;
	const mistyped = names
		.filter(({ written }) => Math.abs(written.length - asked.length) <= most)
		.map((name) => ({ name, edits: countEdits(asked, name.written) }))
		.filter(({ edits }) => edits <= most);
	if (mistyped.length > 0) {
		const fewest = Math.min(...mistyped.map(({ edits }) => edits));
		const nearest = mistyped.filter(({ edits }) => edits === fewest).map(({ name }) => name);
		return byLikeness(nearest, (a, b) => Number(b.ours) - Number(a.ours));
	}
	const nearest = Math.max(0, ...names.map(({ likeness }) => likeness));
	return byLikeness(
		names.filter(({ likeness }) => likeness >= ALIKE && likeness >= NEARLY * nearest)
	);
}

function byLikeness<Name extends ComparedName>(
	names: readonly Name[],
	first: (a: Name, b: Name) => number = () => 0
): Name[] {
	return names
		.toSorted(
			(a, b) => first(a, b) || b.likeness - a.likeness || a.name.localeCompare(b.name, 'nl')
		)
		.slice(0, MOST);
}

/** Letters left out, added, mistaken or swapped with the next (optimal string alignment). */
export function countEdits(one: string, other: string): number {
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const row = [i];
		for (let j = 1; j <= other.length; j++) {
			const same = one[i - 1] === other[j - 1];
			const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
			row[j] = Math.min(
				(last[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(last[j - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (before[j - 2] ?? 0) + 1 : Infinity
			);
		}
		[before, last] = [last, row];
	}
	return last[other.length] ?? 0;
}
