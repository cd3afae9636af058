import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import { readId } from '#lib/base/form/read-id.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { constraintMessage } from '#lib/server/platform/db/constraint-message.ts';
import { withChoices } from '#lib/work/workbook/answers.ts';
import { applyUpload } from './apply-upload.ts';
import {
	findUpload,
	isColumn,
	rememberMappings,
	saveAnswers,
	type Upload,
	type UploadKind
} from './queries.ts';

type Event = RequestEvent<{ id: string }>;

/** What files of one kind are about: where they have their pages, and how one is recorded. */
export interface FileKind {
	kind: UploadKind;
	base: '/mijn-bibliotheken/bestanden' | '/mijn-bibliotheken/cursussen';
	/** Records what is right, in one transaction; sent twice it records once. */
	apply: typeof applyUpload;
}

export const MILESTONE_FILES: FileKind = {
	...{ kind: 'milestones', base: '/mijn-bibliotheken/bestanden', apply: applyUpload }
};

type Said = Parameters<typeof rememberMappings>[2][number];

/** The upload of an address, for its author; 404 for anybody else. */
export async function requireUpload(
	locals: App.Locals,
	id: string,
	{ kind }: FileKind = MILESTONE_FILES
): Promise<{ user: User; upload: Upload }> {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const number = readId(id);
	const upload = number === null ? undefined : await findUpload(getDb(), user, number, kind);
	return { user, upload: upload ?? error(404, m.workbook_unknown()) };
}

const backTo = ({ url }: Event, { base }: FileKind, id: number): string => {
	const params = new URLSearchParams();
	for (const name of ['toon', 'pagina']) {
		const value = url.searchParams.get(name);
		if (value) params.set(name, value.slice(0, 40));
	}
	return link(`${base}/${id}`, params);
};

/** Says what comes first in dates that can be two days. */
export async function answerOrder(event: Event): Promise<ActionFailure<{ errors: Errors }>> {
	const { user, upload } = await requireUpload(event.locals, event.params.id);
	const order = (await readFormData(event.request)).get('order');
	if (order !== 'day_first' && order !== 'month_first') {
		return fail(400, { errors: { order: m.workbook_order_error() } });
	}
	await saveAnswers(getDb(), user, upload.id, { ...upload.answers, order });
	redirect(303, backTo(event, MILESTONE_FILES, upload.id));
}

/** Says what headers and names stand for, for this file and later ones. */
export async function answerMapping(
	event: Event,
	file: FileKind = MILESTONE_FILES
): Promise<never> {
	const { user, upload } = await requireUpload(event.locals, event.params.id, file);
	const form = await readFormData(event.request);
	const said = [...form].flatMap(([name, target]): Said[] => {
		const [, kind, given] = /^(column|library)\.(.{1,500})$/s.exec(name) ?? [];
		if (!given || typeof target !== 'string') return [];
		if (kind === 'column' && (isColumn(target) || target === 'ignored')) {
			return [{ kind, given, target }];
		}
		return kind === 'library' && readId(target) !== null ? [{ kind, given, target }] : [];
	});
	await rememberMappings(getDb(), user, said);
	redirect(303, backTo(event, file, upload.id));
}

/** Keeps the choices of this page of the preview. */
export async function keepChoices(event: Event, file: FileKind = MILESTONE_FILES): Promise<never> {
	const { user, upload } = await requireUpload(event.locals, event.params.id, file);
	const form = await readFormData(event.request);
	await saveAnswers(getDb(), user, upload.id, withChoices(upload.answers, form));
	redirect(303, backTo(event, file, upload.id));
}

/** Records what is right in the file, with the choices of this page. */
export async function applyFile(
	event: Event,
	file: FileKind = MILESTONE_FILES
): Promise<ActionFailure<{ errors: Errors }>> {
	const { user, upload } = await requireUpload(event.locals, event.params.id, file);
	const db = getDb();
	const here = link(`${file.base}/${upload.id}`);
	if (upload.appliedAt !== null || upload.content === null) redirect(303, here);
	const answers = withChoices(upload.answers, await readFormData(event.request));
	await saveAnswers(db, user, upload.id, answers);
	try {
		await file.apply(db, user, { ...upload, answers }, await readToday(db));
	} catch (problem) {
		const message = constraintMessage(problem);
		if (message === undefined) throw problem;
		return fail(400, { errors: { form: message } });
	}
	logVisit(event.locals, { action: 'apply_file', object: `upload ${upload.id}` });
	redirect(303, here);
}
