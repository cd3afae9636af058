import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { keepUpload } from '#lib/server/work/workbook/queries.ts';
import { readSentFile } from '#lib/server/work/workbook/read-sent-file.ts';
import { loadWords } from '#lib/work/load/labels.ts';
import { readLoad } from '#lib/work/load/read-load.ts';
import { applyLoad, undoLoad } from './apply-load.ts';
import { findLoad, saveLoadAnswers, type LoadUpload } from './queries.ts';

/** Only the programme manager loads what was there before: it is about every library. */
export const requireLoader = (locals: App.Locals): User => requireRole(locals, 'programme_manager');

const pageOf = (id: number) => link(`/beheer/eerste-bestand/${id}`);

/** The first file of an address, for its author; 404 for anybody else. */
export async function requireLoad(
	locals: App.Locals,
	text: string
): Promise<{ user: User; upload: LoadUpload }> {
	const user = requireLoader(locals);
	const id = readId(text);
	const upload = id === null ? undefined : await findLoad(getDb(), user, id);
	return { user, upload: upload ?? error(404, m.load_unknown()) };
}

/** Reads a file and keeps its rows; the preview is the next page. */
export async function sendLoad(event: RequestEvent) {
	const user = requireLoader(event.locals);
	const refuse = (file: string, status = 400) => fail(status, { errors: { file } });
	const sent = await readSentFile(event.request);
	if ('refused' in sent) return refuse(sent.refused, sent.status);
	const db = getDb();
	const rows = readLoad(sent.tables, loadWords(), await readToday(db));
	if (rows.length === 0) return refuse(m.load_refused_no_table());
	const id = await keepUpload(db, user, { ...sent, kind: 'load' });
	logVisit(event.locals, { action: 'send_file', object: `upload ${id}` });
	redirect(303, pageOf(id));
}

/** Keeps on which day the rows count as recorded. */
export async function chooseDay(event: RequestEvent<{ id: string }>): Promise<never> {
	const { user, upload } = await requireLoad(event.locals, event.params.id);
	const chosen = (await readFormData(event.request)).get('recording');
	const recording = chosen === 'file' ? 'file' : 'today';
	await saveLoadAnswers(getDb(), user, upload.id, { ...upload, recording });
	redirect(303, pageOf(upload.id));
}

/** Keeps what comes first in days that can be two days. */
export async function chooseOrder(event: RequestEvent<{ id: string }>) {
	const { user, upload } = await requireLoad(event.locals, event.params.id);
	const order = (await readFormData(event.request)).get('order');
	if (order !== 'day_first' && order !== 'month_first') {
		return fail(400, { errors: { order: m.workbook_order_error() } });
	}
	await saveLoadAnswers(getDb(), user, upload.id, { ...upload, order });
	redirect(303, pageOf(upload.id));
}

/** Records what is right in the file. */
export async function applyFile(event: RequestEvent<{ id: string }>) {
	const { user, upload } = await requireLoad(event.locals, event.params.id);
	const db = getDb();
	if (upload.appliedAt !== null || upload.content === null) redirect(303, pageOf(upload.id));
	const outcome = await applyLoad(db, user, upload, await readToday(db));
	if (outcome.outcome === 'frozen') {
		const on = formatDay(outcome.on, getLocale());
		return fail(400, { errors: { form: m.load_recording_frozen({ on }) } });
	}
	logVisit(event.locals, { action: 'apply_file', object: `upload ${upload.id}` });
	redirect(303, pageOf(upload.id));
}

/** Takes back all that a file recorded. */
export async function undoFile(event: RequestEvent, id: string): Promise<never> {
	const { user, upload } = await requireLoad(event.locals, id);
	const db = getDb();
	await undoLoad(db, user, upload, await readToday(db));
	redirect(303, pageOf(upload.id));
}
