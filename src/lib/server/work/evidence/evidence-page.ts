import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent as Event } from '@sveltejs/kit';
import { inOrder, readForm, typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData, readFormWithFile } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { codesOf } from '#lib/server/work/update/circumstances.ts';
import type { FindSubject } from '#lib/server/work/update/find-subject.ts';
import { FILE_TYPES } from '#lib/work/evidence/evidence.ts';
import { evidenceForm, wholeErrors } from '#lib/work/evidence/evidence-form.ts';
import { evidenceLink } from '#lib/work/update/work-links.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { findEvidenceFile, listEvidence } from './queries.ts';
import { readEvidenceFile } from './read-file.ts';
import { addEvidence, withdrawEvidence } from './service.ts';

/** As they stand in the form. */
const FIELDS = ['milestone', 'file', 'address', 'note'];

const DONE = ['vastgelegd', 'ingetrokken'] as const;

/** The library or location of the address and who may write for it; throws for everybody else. */
async function open<E extends Pick<Event, 'locals'>>(event: E, find: FindSubject<E>) {
	const subject = await find(event, await readToday(getDb()));
	return { subject, user: requireWriteAccess(event.locals, subject.library) };
}

const milestonesOf = ({ level }: WorkSubject): string[] =>
	codesOf(level).filter((code) => code !== OPERATION);

/** What the page with evidence shows. */
export async function loadEvidence<E extends Pick<Event, 'locals' | 'url'>>(
	event: E,
	find: FindSubject<E>
) {
	const { subject } = await open(event, find);
	const evidence = await listEvidence(getDb(), subject);
	const milestones = milestonesOf(subject);
	const asked = event.url.searchParams.get('mijlpaal');
	const done = DONE.find((word) => word === event.url.searchParams.get('gelukt'));
	return {
		...{ subject, evidence, milestones },
		milestone: milestones.find((code) => code === asked) ?? null,
		done: done ?? null,
		key: randomUUID()
	};
}

/** The actions of that page: adding evidence, and withdrawing it. */
export function evidenceActions<E extends Pick<Event, 'locals' | 'request'>>(find: FindSubject<E>) {
	return {
		add: async (event: E) => {
			const { subject, user } = await open(event, find);
			const form = await readFormWithFile(event.request);
			if (!form) return fail(413, { values: {}, errors: { file: m.evidence_problem_too_large() } });
			const { data, values = typedValues(form), errors = {} } = readForm(evidenceForm, form);
			const file = await readEvidenceFile(form.get('file'));
			const refused: Errors = file && 'refused' in file ? { file: file.refused } : {};
			const whole = data ? wholeErrors(data, file !== null, milestonesOf(subject)) : errors;
			if (!data || (file && 'refused' in file) || Object.keys(whole).length > 0) {
				return fail(400, { values, errors: inOrder({ ...whole, ...refused }, FIELDS) });
			}
			const { milestone: milestoneCode, ...rest } = data;
			await addEvidence(getDb(), user, subject, { milestoneCode, ...rest, file });
			return redirect(303, `${evidenceLink(subject, milestoneCode)}&gelukt=vastgelegd`);
		},
		withdraw: async (event: E) => {
			const { subject, user } = await open(event, find);
			const id = readId(String((await readFormData(event.request)).get('evidence') ?? ''));
			if (id === null || !(await withdrawEvidence(getDb(), user, subject, id))) {
				return fail(409, { values: {}, errors: { form: m.evidence_problem_gone() } });
			}
			return redirect(303, `${evidenceLink(subject)}?gelukt=ingetrokken`);
		}
	};
}

/**
 * A file of evidence to download: never shown by the browser within the site, whatever is in it.
 * 404 where there is none, or it was withdrawn.
 */
export async function serveEvidenceFile<E extends Pick<Event, 'locals'>>(
	event: E,
	find: FindSubject<E>,
	id: string
): Promise<Response> {
	const { subject } = await open(event, find);
	const wanted = readId(id);
	const file = wanted === null ? undefined : await findEvidenceFile(getDb(), subject, wanted);
	if (!file) error(404, m.evidence_problem_gone());
	return new Response(new Uint8Array(file.content), {
		headers: {
			'content-type': FILE_TYPES[file.type],
			'content-disposition': `attachment; filename="bewijs.${file.type}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			'content-security-policy': "default-src 'none'; sandbox",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
}
