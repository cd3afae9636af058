import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { hasTable } from '#lib/work/workbook/has-table.ts';
import { undoUpload } from './apply-upload.ts';
import { findUpload, keepUpload, listMappings } from './queries.ts';
import { readSentFile } from './read-sent-file.ts';

export type FileFailure = ActionFailure<{ errors: Errors }>;

const refuse = (sentence: string, status = 400): FileFailure =>
	fail(status, { errors: { file: sentence } });

/** Reads a file and keeps its rows; the preview is the next page. */
export async function sendFile(event: RequestEvent): Promise<FileFailure> {
	const user = requireRole(event.locals, 'advisor', 'programme_manager');
	const sent = await readSentFile(event.request);
	if ('refused' in sent) return refuse(sent.refused, sent.status);
	const { tables } = sent;
	const db = getDb();
	const { columns } = await listMappings(db, user);
	if (!hasTable(tables, columns)) return refuse(m.workbook_refused_no_table());
	const id = await keepUpload(db, user, sent);
	logVisit(event.locals, { action: 'send_file', object: `upload ${id}` });
	redirect(303, link(`/mijn-bibliotheken/bestanden/${id}`));
}

/** Takes back all that a file recorded. */
export async function undoFile(event: RequestEvent, text: string): Promise<never> {
	const user = requireRole(event.locals, 'advisor', 'programme_manager');
	const db = getDb();
	const id = readId(text);
	const upload = id === null ? undefined : await findUpload(db, user, id);
	if (!upload?.batchId) error(404, m.workbook_unknown());
	const { batchId } = upload;
	const here = `/mijn-bibliotheken/bestanden/${upload.id}` as const;
	// From another tab or after Back: it has been told what stayed.
	if (upload.undoneAt !== null) redirect(303, link(here));
	const undone = await undoUpload(db, user, { id: upload.id, batchId }, await readToday(db));
	if (undone.outcome === 'forbidden') error(403, m.update_refused_undo());
	if (undone.outcome === 'locked') error(409, m.update_problem_quarter_locked());
	const kept = undone.changedSince ?? 0;
	const params = new URLSearchParams(kept > 0 ? { gebleven: String(kept) } : {});
	redirect(303, link(here, params));
}
