import type { Day } from '#lib/base/day/day.ts';

/** What can be said of a point, from a day on; a constraint of the database has the same list. */
export const TRAITS = [
	'hours',
	'exception',
	'name',
	'town',
	'location_type',
	'host_name',
	'service_variant',
	'address',
	'postcode',
	'place',
	'seat',
	'staff_count',
	'volunteer_count',
	'trained_count',
	'private_space',
	'printer',
	'wheelchair',
	'pc_count',
	'gids_checked_on',
	'registration_account'
] as const;

export type Trait = (typeof TRAITS)[number];

/** Something that was said of a point; the reader knows by its trait what `value` is. */
export interface TraitRow<Value = unknown> {
	id: number;
	trait: Trait;
	/** Null: not known any more. */
	value: Value | null;
	validFrom: Day;
	/** Of an exception to the opening hours: its last day. */
	validUntil: Day | null;
	/** What the point itself said before. */
	replaced: Value | null;
	/** The row that this one takes back; it says nothing else. */
	undoesId: number | null;
	recordedOn: Day;
}

/**
 * The rows that still counted at the end of `knownOn` (null: now), in the order in which one takes
 * the place of the other: by the day from which they hold, then as they were recorded.
 */
export function standingRows<Row extends TraitRow>(
	rows: readonly Row[],
	trait: Trait,
	knownOn: Day | null = null
): Row[] {
	const known = rows.filter((row) => knownOn === null || row.recordedOn <= knownOn);
	const undone = new Set(known.map(({ undoesId }) => undoesId));
	return known
		.filter((row) => row.trait === trait && row.undoesId === null && !undone.has(row.id))
		.sort((one, other) => compare(one.validFrom, other.validFrom) || one.id - other.id);
}

/** The row that counts on a day, of those that {@link standingRows} answers. */
export function holdingOn<Row extends TraitRow>(
	standing: readonly Row[],
	day: Day
): Row | undefined {
	return standing.findLast(({ validFrom }) => validFrom <= day);
}

/**
 * What a point said of a trait on a day: the row that counts, or before the first of them what it said
 * before anybody said anything. Undefined when there is no row about it.
 */
export function saidOn(
	rows: readonly TraitRow[],
	trait: Trait,
	day: Day,
	knownOn: Day | null = null
): { value: unknown } | undefined {
	const holds = holdingOn(standingRows(rows, trait, knownOn), day);
	if (holds) return { value: holds.value };
	const first = rows.find((row) => row.trait === trait && row.undoesId === null);
	return first && { value: first.replaced };
}

const compare = (one: Day, other: Day) => (one < other ? -1 : one > other ? 1 : 0);
