import type { Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { PUBLIC_FACILITIES } from './details.ts';
import { holdingOn, standingRows, type TraitRow } from './trait.ts';

export type Facilities = Record<(typeof PUBLIC_FACILITIES)[number], unknown>;

/** What a visitor finds at a point on a day, as known at the end of `knownOn` (null: now). */
export function facilitiesOn(
	rows: readonly TraitRow[],
	day: Day,
	knownOn: Day | null = null
): Facilities {
	const entries = PUBLIC_FACILITIES.map((trait) => [
		trait,
		holdingOn(standingRows(rows, trait, knownOn), day)?.value ?? null
	]);
	return Object.fromEntries(entries) as Facilities;
}

/** The same as lines for a reader; what is not known is left out. */
export function facilityLines(facilities: Facilities): string[] {
	const { private_space: space, wheelchair, printer, pc_count: pcs } = facilities;
	const yesNo = (value: unknown, yes: () => string, no: () => string) =>
		value === true ? [yes()] : value === false ? [no()] : [];
	return [
		...yesNo(space, m.location_has_private_space, m.location_has_no_private_space),
		...yesNo(wheelchair, m.location_has_wheelchair, m.location_has_no_wheelchair),
		...yesNo(printer, m.location_has_printer, m.location_has_no_printer),
		...(typeof pcs === 'number' ? [m.location_has_pcs({ count: pcs })] : [])
	];
}
