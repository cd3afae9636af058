import type { RowFate } from './preview.ts';

/** A row of the preview, in words. */
export interface ShownRow {
	key: string;
	fate: RowFate;
	/** Where it stands in the file. */
	place: string;
	/** What it is about; the name in the file when nobody can tell. */
	title: string;
	/** The sheet of that library or location. */
	href: string | null;
	/** Each changed cell: what was there and what it becomes. */
	changes: string[];
	/** The reason and the note that are recorded with it. */
	explanation: string[];
	remarks: { kind: 'error' | 'warning'; text: string }[];
	/** What somebody else recorded, and the entry that it is. */
	theirs: { text: string; id: number } | null;
	/** Whether her own value goes over it. */
	mineOver: number | null;
	longPast: boolean;
	pastMeant: boolean;
}

/** The words in the address for each fate (`?toon=…`). */
export const FATE_WORDS: Record<RowFate, string> = {
	wrong: 'fout',
	asked: 'vraag',
	conflict: 'ander',
	new: 'nieuw',
	before: 'al-vastgelegd',
	same: 'ongewijzigd'
};

/** What of a preview is shown, as an address says it. */
export const placeOfPreview = ({ fate, page }: { fate: RowFate; page: number }): string =>
	`toon=${FATE_WORDS[fate]}&pagina=${page}`;
