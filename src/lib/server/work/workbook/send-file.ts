import {
	error,
	fail,
	isHttpError,
	redirect,
	type ActionFailure,
	type RequestEvent
} from '@sveltejs/kit';
import { fitText } from '#lib/base/form/fit-text.ts';
import { readId } from '#lib/base/form/read-id.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { LARGEST_FILE_BYTES, RefusedFile, type Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { FileReader } from '#lib/server/platform/spreadsheet/file-reader.ts';
import { hasTable } from '#lib/work/workbook/has-table.ts';
import { refusalText } from '#lib/work/workbook/refusal-text.ts';
import { undoUpload } from './apply-upload.ts';
import { findUpload, keepUpload, listMappings } from './queries.ts';

const reader = new FileReader();

export type FileFailure = ActionFailure<{ errors: Errors }>;

const refuse = (sentence: string, status = 400): FileFailure =>
	fail(status, { errors: { file: sentence } });

/** Reads a file and keeps its rows; the preview is the next page. */
export async function sendFile(event: RequestEvent): Promise<FileFailure> {
	const user = requireRole(event.locals, 'advisor', 'programme_manager');
	const form = await readFormData(event.request).catch((cause: unknown) => {
		if (isTooLarge(cause)) return null;
		throw cause;
	});
	const file = form?.get('file');
	if (form === null) return refuse(refusalText('too_large'), 413);
	if (!(file instanceof File) || file.name === '') return refuse(m.workbook_refused_missing());
	if (file.size > LARGEST_FILE_BYTES) return refuse(refusalText('too_large'), 413);
	const tables = await read(new Uint8Array(await file.arrayBuffer()));
	if (typeof tables === 'string') return refuse(tables);
	const db = getDb();
	const { columns } = await listMappings(db, user);
	if (!hasTable(tables, columns)) return refuse(m.workbook_refused_no_table());
	const id = await keepUpload(db, user, { name: fitText(file.name), tables });
	logVisit(event.locals, { action: 'send_file', object: `upload ${id}` });
	redirect(303, link(`/mijn-bibliotheken/bestanden/${id}`));
}

async function read(bytes: Uint8Array): Promise<Tables | string> {
	try {
		return fitTables(await reader.read(bytes));
	} catch (problem) {
		if (problem instanceof RefusedFile) return refusalText(problem.why);
		throw problem;
	}
}

/** Every text fit to be kept, as those of forms are. */
const fitTables = (tables: Tables): Tables => ({
	...tables,
	sheets: tables.sheets.map(({ name, rows }) => ({
		name: fitText(name),
		rows: rows.map(({ number, cells }) => ({
			number,
			cells: cells.map((cell) => (typeof cell === 'string' ? fitText(cell) : cell))
		}))
	}))
});

const isTooLarge = (cause: unknown) =>
	isHttpError(cause, 413) || (cause instanceof Error && 'status' in cause && cause.status === 413);

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
	const kept = undone.changedSince ?? 0;
	const params = new URLSearchParams(kept > 0 ? { gebleven: String(kept) } : {});
	redirect(303, link(here, params));
}
