/** Of the format in which an entry is written down; newer code reads all older ones. */
export const ENTRY_VERSION = 2;

/** The fields of a form, in its order. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** Why the server did not take an entry. */
export interface Refusal {
	/** What it said. */
	said: string[];
	/** What somebody else recorded in between; null when that is not why. */
	theirs: string | null;
	/** What is sent when it is to be recorded after all, and to which form action. */
	again: Fields;
	action: string;
}

/** What somebody filled in and could not send, as it is written down in the browser. */
export interface Entry {
	/** Of the format: newer code reads all older ones. */
	v: typeof ENTRY_VERSION;
	/** By which the server knows it. */
	key: string;
	/** The address of the form action. */
	action: string;
	fields: Fields;
	/** A moment, by the clock of the browser. */
	madeAt: string;
	/** The record that it is about: entries about one record keep their order. */
	about: string;
	/** As its author reads it. */
	label: string;
	refused: Refusal | null;
}

/** An entry as the first version wrote it: what was refused was sent again to where it went before. */
type FirstEntry = Omit<Entry, 'v' | 'refused'> & {
	v: 1;
	refused: Omit<Refusal, 'action'> | null;
};

/** An entry as it was written; null for one of a newer version of the product, which is left alone. */
export function readEntry(text: string): Entry | null {
	// Only this module writes it, now or in an earlier version.
	const entry = JSON.parse(text) as Entry | FirstEntry;
	if (entry.v === 1) {
		const { action, refused } = entry;
		return { ...entry, v: ENTRY_VERSION, refused: refused && { ...refused, action } };
	}
	return entry.v === ENTRY_VERSION ? entry : null;
}

export const writeEntry = (entry: Entry): string => JSON.stringify(entry);

/** In the order in which they were made; of one moment in the order of the form. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
	entries.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0));

/**
 * The entry to send now, the oldest first; undefined when none can. What was refused waits for its
 * author, and what she said later about the same record waits for that.
 */
export function nextToSend(entries: readonly Entry[]): Entry | undefined {
	const held = new Set<string>();
	for (const entry of inOrder(entries)) {
		if (!held.has(entry.about) && entry.refused === null) return entry;
		held.add(entry.about);
	}
	return undefined;
}
