import { mayEditLibrary, mayReadNote } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { stateBefore } from '#lib/ledger/change/before.ts';
import type { EntrySubject, HistoryEntry, Statement } from '#lib/ledger/change/history-entry.ts';
import { correctionsOf, type RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { actOfKind } from '#lib/ledger/event/act.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';

/** An event with its subject and the library that decides who may read and write about it. */
export interface EntryRow extends RecordedEvent {
	entryLibraryId: number;
	librarySlug: string;
	libraryName: string;
	supportInstituteId: number;
	pointName: string | null;
	reasonNl: string | null;
	reasonEn: string | null;
	loadedOn: Day | null;
}

/**
 * The entry of a history for one reader. `history` are all events of the same subject and
 * milestone, `names` the names of the authors that this reader may know.
 */
export function makeHistoryEntry(
	row: EntryRow,
	history: readonly RecordedEvent[],
	reader: User | undefined,
	names: ReadonlyMap<string, string>
): HistoryEntry {
	const corrected = history.find(({ id }) => id === row.correctsEventId);
	const correction = correctionsOf(history).get(row.id);
	const before = stateBefore(row, history);
	const counts = correction === undefined;
	return {
		...statementOf(row),
		id: row.id,
		milestoneCode: row.milestoneCode,
		subject: subjectOf(row),
		recordedAt: row.recordedAt,
		recordedOn: row.recordedOn,
		loadedOn: row.loadedOn,
		organisation: row.recordedFor,
		person: mayEditLibrary(reader, row) ? (names.get(row.recordedBy) ?? null) : null,
		reason:
			row.reasonNl !== null && row.reasonEn !== null
				? { nl: row.reasonNl, en: row.reasonEn }
				: null,
		note: mayReadNote(reader, row, row) ? row.note : null,
		before: before && statementOf(before),
		corrected: corrected ? { ...statementOf(corrected), id: corrected.id } : null,
		correctedBy: correction
			? { id: correction.id, kind: correction.kind, recordedOn: correction.recordedOn }
			: null,
		mayUndo: counts && mayUndo(reader, row, row),
		mayCorrect: counts && actOfKind(row.kind) !== undefined && mayEditLibrary(reader, row)
	};
}

function statementOf(event: RecordedEvent): Statement {
	const { kind, effectiveOn, targetOn, openingForm, datePrecision } = event;
	return { kind, effectiveOn, targetOn, openingForm, datePrecision };
}

function subjectOf(row: EntryRow): EntrySubject {
	const { level, id } = row.subject;
	return level === 'library'
		? { level, slug: row.librarySlug, name: row.libraryName }
		: { level, id, name: row.pointName ?? '' };
}
