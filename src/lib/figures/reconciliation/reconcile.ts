/** What of ours stands beside a published count, under the definition that its publisher used. */
export const COUNTED = ['locations', 'organisationsOpen', 'organisations'] as const;
export type Counted = (typeof COUNTED)[number];

/** How a number was published: as it is, rounded ("about 400"), or as a lower limit ("more than 200"). */
export type Exactness = 'exact' | 'about' | 'at_least';

/** Why two counts of the same thing differ. */
export const CAUSES = [
	'lower_limit',
	'rounded',
	'recorded_later',
	'outside_library',
	'online_only',
	'temporarily_closed',
	'online_now',
	'merged_in_year',
	'missing_here',
	'not_filled_in',
	'other_counting'
] as const;
export type CauseName = (typeof CAUSES)[number];

/** A part of the difference: positive when the publisher has more than we have. */
export interface Cause {
	name: CauseName;
	count: number;
}

/** Our counts on one day, and what would count otherwise under another definition. */
export interface OwnCounts extends Record<Counted, number> {
	/** Realised locations and open organisations, as recorded by that day itself. */
	locationsThen: number;
	organisationsOpenThen: number;
	/** Realised points outside a library: no locations for the KB. */
	outsideLibrary: number;
	/** Points in a library that only ever worked online or by phone. */
	onlineOnly: number;
	/** Realised locations with a temporary closure on the day, and those online only for then. */
	temporarilyClosed: number;
	onlineNow: number;
	/** Organisations that existed on the first day of the year. */
	organisationsAtYearStart: number;
	/** Most libraries are still to be filled in. */
	mostlyUnfilled?: boolean;
}

export interface PublishedCount {
	counted: Counted;
	value: number;
	exactness: Exactness;
}

export interface Reconciliation {
	ours: number;
	/** What was published minus ours. */
	difference: number;
	/** Adds up to the difference; empty when there is none. */
	causes: Cause[];
}

/** "About" explains no more than this share of what was published. */
const ROUNDING = 0.1;

/**
 * Puts a published count beside ours and splits the difference into named causes, whose counts add up
 * to it. A difference that other definitions explain exactly is theirs, by as few of them as can be;
 * else each that fits takes its part in order, and what remains is missing in our list of
 * organisations, or counted in another way.
 */
export function reconcile(published: PublishedCount, own: OwnCounts): Reconciliation {
	const ours = own[published.counted];
	const difference = published.value - ours;
	if (difference === 0) return { ours, difference, causes: [] };
	if (published.exactness === 'at_least' && difference < 0)
		return { ours, difference, causes: [{ name: 'lower_limit', count: difference }] };
	const rounds = Math.abs(difference) <= published.value * ROUNDING;
	if (published.exactness === 'about' && rounds)
		return { ours, difference, causes: [{ name: 'rounded', count: difference }] };
	const known = otherDefinitions(published.counted, own);
	const causes =
		exactSplit(known, difference) ??
		partialSplit(known, difference, (left) => remainderOf(published.counted, left, own));
	return { ours, difference, causes };
}

/**
 * What remains when no definition explains it. Of the organisations we have a list by name, made from
 * many sources, and know that it lacks some (seeds/reference/libraries.csv).
 */
function remainderOf(counted: Counted, count: number, { mostlyUnfilled }: OwnCounts): Cause {
	const isMissing = counted === 'organisations' && count > 0;
	if (mostlyUnfilled && !isMissing && count > 0) return { name: 'not_filled_in', count };
	return { name: isMissing ? 'missing_here' : 'other_counting', count };
}

/** What each other definition would add to our count; those that change nothing are left out. */
function otherDefinitions(counted: Counted, own: OwnCounts): Cause[] {
	const causes: Record<Counted, Cause[]> = {
		locations: [
			{ name: 'recorded_later', count: own.locationsThen - own.locations },
			{ name: 'outside_library', count: own.outsideLibrary },
			{ name: 'online_only', count: own.onlineOnly },
			{ name: 'temporarily_closed', count: -own.temporarilyClosed },
			{ name: 'online_now', count: -own.onlineNow }
		],
		organisationsOpen: [
			{ name: 'recorded_later', count: own.organisationsOpenThen - own.organisationsOpen }
		],
		organisations: [
			{ name: 'merged_in_year', count: own.organisationsAtYearStart - own.organisations }
		]
	};
	return causes[counted].filter(({ count }) => count !== 0);
}

/** The smallest set of causes that adds up to the difference; undefined when there is none. */
function exactSplit(causes: readonly Cause[], difference: number): Cause[] | undefined {
	return subsets(causes)
		.filter((some) => some.reduce((sum, { count }) => sum + count, 0) === difference)
		.sort((a, b) => a.length - b.length)[0];
}

function subsets(causes: readonly Cause[]): Cause[][] {
	return causes.reduce<Cause[][]>(
		(found, cause) => [...found, ...found.map((some) => [...some, cause])],
		[[]]
	);
}

function partialSplit(
	causes: readonly Cause[],
	difference: number,
	remainder: (left: number) => Cause
): Cause[] {
	const split: Cause[] = [];
	let left = difference;
	for (const cause of causes) {
		const fits = Math.sign(cause.count) === Math.sign(left);
		if (!fits || Math.abs(cause.count) > Math.abs(left)) continue;
		split.push(cause);
		left -= cause.count;
	}
	return left === 0 ? split : [...split, remainder(left)];
}
