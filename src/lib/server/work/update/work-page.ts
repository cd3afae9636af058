import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Draft } from '#lib/server/access/account/draft.ts';
import {
	findHistoryEntry,
	listHistory,
	type HistoryPage
} from '#lib/server/ledger/change/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { OpenForm, OpenNotice } from '#lib/work/update/work-form.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { readOpened } from './open-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { readWorkSheet, type WorkSheet } from './work-sheet.ts';

const HISTORY_LENGTH = 15;

export interface WorkPage {
	subject: WorkSubject;
	sheet: WorkSheet;
	/** `newest`: it begins with what was recorded last. */
	history: HistoryPage & { newest: boolean };
	/** The form that the address asks for, or that was sent after the session had ended. */
	open: OpenForm | null;
	/** What the reader has to know about that form. */
	notice: OpenNotice | null;
	/** What was just recorded, to say so. */
	recorded: HistoryEntry | null;
	today: Day;
}

/** Everything that the page of a work sheet shows, at the address `params`. */
export async function readWorkPage(
	db: Kysely<DB>,
	user: User,
	subject: WorkSubject,
	today: Day,
	{ params, draft }: { params: URLSearchParams; draft: Draft | undefined }
): Promise<WorkPage> {
	const sheet = await readWorkSheet(db, subject, today);
	const before = readId(params.get('voor'));
	const history = await listHistory(db, user, subject, { limit: HISTORY_LENGTH, before });
	return {
		subject,
		sheet,
		history: { ...history, newest: before === null },
		...(await readOpened(db, subject, sheet, params, draft)),
		recorded: await findRecorded(db, user, subject, readId(params.get('gelukt'))),
		today
	};
}

/** The entry that was just made, when it is about this library or location. */
async function findRecorded(
	db: Kysely<DB>,
	user: User,
	subject: WorkSubject,
	eventId: number | null
): Promise<HistoryEntry | null> {
	if (eventId === null) return null;
	const entry = await findHistoryEntry(db, user, eventId);
	if (!entry) return null;
	const same =
		entry.subject.level === 'library'
			? entry.subject.slug === subject.library.slug
			: entry.subject.id === subject.id;
	return same ? entry : null;
}
