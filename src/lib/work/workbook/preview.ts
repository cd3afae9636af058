import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { LineSubject } from '#lib/work/update/line-key.ts';
import type { FileRow, Remark, RowValues, ValueColumn } from './types.ts';

/**
 * What would become of a row. `asked`: a date can be two days. `before`: it was recorded already;
 * `same`: nothing changes.
 */
export const ROW_FATES = ['wrong', 'asked', 'conflict', 'new', 'before', 'same'] as const;
export type RowFate = (typeof ROW_FATES)[number];

/** A row of a file compared with the ledger. */
export interface ComparedRow {
	row: FileRow;
	fate: RowFate;
	/** Null when nobody can tell what it is about. */
	subject: (LineSubject & { name: string; libraryName: string; slug: string }) | null;
	base: RowValues | null;
	now: RowValues | null;
	changes: ValueColumn[];
	remarks: Remark[];
	/** Whether the reason and the note of the row are recorded with it. */
	explains: { reason: boolean; note: boolean };
	/** What somebody else recorded since, for a conflict. */
	theirs: RecordedEvent | null;
	/** It asks whether a day long past is meant, or it was said to be. */
	longPast: boolean;
}

/** How many rows there are of each fate. */
export function countFates(rows: readonly Pick<ComparedRow, 'fate'>[]): Record<RowFate, number> {
	const counts = { wrong: 0, asked: 0, conflict: 0, new: 0, before: 0, same: 0 };
	for (const { fate } of rows) counts[fate] += 1;
	return counts;
}
