import type { Descriptions } from './value-type.ts';

/** Says how many row types a whole run compared, and fails it when some were not. */
export function reportUnseen(descriptions: Descriptions, seen: ReadonlySet<string>): void {
	const all = Object.entries(descriptions);
	const shown = all.filter(([, { role }]) => role !== 'fragment');
	const unseen = shown.filter(([place]) => !seen.has(place)).map(([place]) => place);
	console.log(
		`Row types: ${shown.length - unseen.length} of ${shown.length} compared with rows; ` +
			`${all.length - shown.length} are of fragments, which no result shows.`
	);
	if (unseen.length === 0) return;
	throw new Error(
		`No database test gets a row from these statements, so nothing checks their row types:\n${unseen.join('\n')}`
	);
}
