import { fail, redirect } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireInquirer } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { answerReport, listReports, undoReply } from '#lib/server/work/error-report/replies.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { readReplyForm } from '#lib/work/error-report/read-report-form.ts';
import type { Actions, PageServerLoad } from './$types';

const PATH = '/beheer/meldingen';
const done = (what: string) => redirect(303, link(PATH, new URLSearchParams({ [what]: '' })));

export const load: PageServerLoad = async ({ locals, url }) => {
	requireInquirer(locals);
	return {
		reports: await listReports(getDb()),
		answered: url.searchParams.has('beantwoord'),
		undone: url.searchParams.has('teruggenomen')
	};
};

export const actions: Actions = {
	answer: async ({ locals, request }) => {
		const user = requireInquirer(locals);
		const form = await readFormData(request);
		const id = readId(String(form.get('id') ?? '')) ?? 0;
		const { reply, errors } = readReplyForm((name) => String(form.get(name) ?? ''));
		if (Object.keys(errors).length > 0) return fail(400, { id, reply, error: errors.reply });
		const outcome = await answerReport(getDb(), authorOf(user), id, reply);
		if (outcome !== 'recorded') {
			return fail(409, { id, reply, error: m.error_report_problem_conflict() });
		}
		logVisit(locals, { action: 'answer_report', object: `error report ${id}` });
		return done('beantwoord');
	},
	undo: async ({ locals, request }) => {
		const user = requireInquirer(locals);
		const id = readId(String((await readFormData(request)).get('id') ?? '')) ?? 0;
		if (!(await undoReply(getDb(), authorOf(user), id))) {
			return fail(404, { id: 0, reply: '', error: m.error_report_problem_conflict() });
		}
		logVisit(locals, { action: 'undo_report_reply', object: `error report reply ${id}` });
		return done('teruggenomen');
	}
};
