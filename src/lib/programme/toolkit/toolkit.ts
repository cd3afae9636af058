import type { Day } from '#lib/base/day/day.ts';

/** For whom an item of the toolkit is made. */
export const AUDIENCES = ['publiek', 'partner', 'medewerker'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Something that libraries can take from the toolkit of the programme. */
export interface ToolkitItem {
	code: string;
	name: { nl: string; en: string };
	audience: Audience;
	/** Where in the toolkit it lies; null: no source says. */
	where: { nl: string; en: string } | null;
	source: string;
	confidence: string;
}

/** How an item stands at a library; a constraint of the database has the same list. */
export const ITEM_STATES = ['besteld', 'aanwezig', 'afwezig', 'niet_nodig'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What is said of an item at a library, and since which day that holds. */
export interface ItemSaid {
	state: ItemState;
	onDay: Day;
}

/** By the code of the item; null of which nothing is known. */
export type ToolkitSaid = Readonly<Record<string, ItemSaid | null>>;

/** A row as it was recorded. */
export interface ToolkitEntry {
	id: number;
	itemCode: string;
	/** Null: this row undoes another. */
	state: ItemState | null;
	onDay: Day;
	undoesId: number | null;
	recordedOn: Day;
}

/** The first day of which something can be said: the programme began in 2019. */
export const FIRST_TOOLKIT_DAY: Day = '2019-01-01';

/**
 * What holds of each item on a day, as known at the end of `knownOn` (null: now): of the rows that were
 * not undone the one with the latest day, then the latest recorded.
 */
export function itemsOn(
	entries: readonly ToolkitEntry[],
	day: Day,
	knownOn: Day | null = null
): Record<string, ItemSaid> {
	const known = entries.filter(({ recordedOn }) => knownOn === null || recordedOn <= knownOn);
	const undone = new Set(known.flatMap(({ undoesId }) => undoesId ?? []));
	const standing = known
		.filter(({ id, onDay, state }) => state !== null && onDay <= day && !undone.has(id))
		.sort((a, b) => a.onDay.localeCompare(b.onDay) || a.id - b.id);
	return Object.fromEntries(
		standing.flatMap(({ itemCode, state, onDay }) => (state ? [[itemCode, { state, onDay }]] : []))
	);
}

/** Whether two say the same. */
export const isSameSaid = (one: ItemSaid | null, other: ItemSaid | null): boolean =>
	one?.state === other?.state && one?.onDay === other?.onDay;
