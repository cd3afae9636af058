import type { Kysely } from 'kysely';
import type { User } from '#lib/account/user.ts';
import type { HistoryEntry } from '#lib/change/history-entry.ts';
import type { Day } from '#lib/day/day.ts';
import { findHistoryEntry, listHistory, type HistoryPage } from '#lib/server/change/queries.ts';
import { listSubjectEvents } from '#lib/server/change/recorded-events.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { actOfKind, actOfWord } from '#lib/update/act.ts';
import { valuesOfEntry, type OpenForm } from '#lib/update/work-form.ts';
import type { WorkSubject } from '#lib/update/work-subject.ts';
import { readWorkSheet, type WorkSheet } from './work-sheet.ts';

const HISTORY_LENGTH = 15;

export interface WorkPage {
	subject: WorkSubject;
	sheet: WorkSheet;
	history: HistoryPage;
	/** The form that the address asks for. */
	open: OpenForm | null;
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
	params: URLSearchParams
): Promise<WorkPage> {
	const sheet = await readWorkSheet(db, subject, today);
	const { informationPointId } = subject;
	const about =
		informationPointId === null ? { libraryId: subject.library.id } : { informationPointId };
	return {
		subject,
		sheet,
		history: await listHistory(db, user, about, {
			limit: HISTORY_LENGTH,
			before: readId(params.get('voor'))
		}),
		open: await readOpenForm(db, subject, sheet, params),
		recorded: await findRecorded(db, user, subject, readId(params.get('gelukt'))),
		today
	};
}

/** An id in an address; null for rubbish. */
export function readId(text: string | null): number | null {
	return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

async function readOpenForm(
	db: Kysely<DB>,
	subject: WorkSubject,
	sheet: WorkSheet,
	params: URLSearchParams
): Promise<OpenForm | null> {
	const act = actOfWord(params.get('actie'));
	const milestone = params.get('mijlpaal') ?? '';
	const row = sheet.rows.find(({ milestoneCode }) => milestoneCode === milestone);
	if (!act || !row) return null;
	if (act !== 'correct') {
		if (!row.acts.includes(act)) return null;
		const basedOn = row.basedOn === null ? '' : String(row.basedOn);
		return { act, plainAct: act, milestone, values: { milestone, basedOn } };
	}
	const eventId = readId(params.get('gebeurtenis'));
	const events = await listSubjectEvents(db, subject);
	const event = events.find(
		({ id, milestoneCode }) => id === eventId && milestoneCode === milestone
	);
	const plainAct = event && actOfKind(event.kind);
	if (!event || !plainAct) return null;
	return { act, plainAct, milestone, values: valuesOfEntry(event, row.basedOn) };
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
			: entry.subject.id === subject.informationPointId;
	return same ? entry : null;
}
