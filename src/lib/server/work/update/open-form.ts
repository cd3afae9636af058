import type { Kysely } from 'kysely';
import { readId } from '#lib/base/form/read-id.ts';
import type { Values } from '#lib/base/form/read-form.ts';
import type { Draft } from '#lib/server/access/account/draft.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { ACT_NAMES, actOfKind, actOfWord, type Act } from '#lib/ledger/event/act.ts';
import { openAsked } from '#lib/work/update/open-asked.ts';
import { valuesOfEntry, type OpenForm, type OpenNotice } from '#lib/work/update/work-form.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { WorkSheet } from './work-sheet.ts';

interface Opened {
	open: OpenForm | null;
	/** What the reader has to know about the form that is open, or is not. */
	notice: OpenNotice | null;
}

/** The form that a page begins with: what was typed before signing in again, or what the address asks. */
export async function readOpened(
	db: Kysely<DB>,
	subject: WorkSubject,
	sheet: WorkSheet,
	params: URLSearchParams,
	draft: Draft | undefined
): Promise<Opened> {
	if (draft) {
		const open = await openDraft(db, subject, sheet, draft);
		return { open, notice: open ? 'draft' : 'not_sent' };
	}
	const asked = params.has('actie') || params.has('mijlpaal');
	const open = asked ? await openAskedFor(db, subject, sheet, params) : null;
	return { open, notice: asked && !open ? 'ignored' : null };
}

/** The form that was posted, to be shown again; null when what it corrects does not exist. */
export async function openPosted(
	db: Kysely<DB>,
	act: Act,
	values: Values,
	subject: WorkSubject
): Promise<OpenForm | null> {
	const milestone = values.milestone ?? '';
	if (act !== 'correct') return { act, plainAct: act, milestone, values };
	const events = await listSubjectEvents(db, subject);
	const corrected = events.find(({ id }) => id === readId(values.event ?? null));
	const plainAct = corrected && actOfKind(corrected.kind);
	return plainAct ? { act, plainAct, milestone, values } : null;
}

async function openDraft(
	db: Kysely<DB>,
	subject: WorkSubject,
	{ rows }: WorkSheet,
	{ action, values }: Draft
): Promise<OpenForm | null> {
	const act = ACT_NAMES.find((name) => name === action);
	const known = rows.some(({ milestoneCode }) => milestoneCode === values.milestone);
	return act && known ? openPosted(db, act, values, subject) : null;
}

async function openAskedFor(
	db: Kysely<DB>,
	subject: WorkSubject,
	sheet: WorkSheet,
	params: URLSearchParams
): Promise<OpenForm | null> {
	const act = actOfWord(params.get('actie'));
	if (act !== 'correct') return openAsked(sheet.rows, params);
	const milestone = params.get('mijlpaal') ?? '';
	const row = sheet.rows.find(({ milestoneCode }) => milestoneCode === milestone);
	if (!row) return null;
	const eventId = readId(params.get('gebeurtenis'));
	const events = await listSubjectEvents(db, subject);
	const event = events.find(
		({ id, milestoneCode }) => id === eventId && milestoneCode === milestone
	);
	const plainAct = event && actOfKind(event.kind);
	if (!event || !plainAct) return null;
	return { act, plainAct, milestone, values: valuesOfEntry(event, row.basedOn) };
}
