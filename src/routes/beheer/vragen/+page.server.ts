import { fail, redirect } from '@sveltejs/kit';
import { endedQuarters } from '#lib/base/as-of/quarter.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { problemText } from '#lib/figures/question/problem-text.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireQuestionImporter } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { listImports } from '#lib/server/figures/question/queries.ts';
import { importQuestions } from '#lib/server/figures/question/service.ts';
import type { Actions, PageServerLoad } from './$types';

/** A file with a line for every location of the country is a tenth of this. */
const LARGEST_BYTES = 400_000;
const PROBLEMS_SHOWN = 20;

const refusal = (sentence: string, problems: string[] = []) => ({
	errors: { file: sentence },
	problems: problems.slice(0, PROBLEMS_SHOWN),
	more: Math.max(0, problems.length - PROBLEMS_SHOWN)
});

export const load: PageServerLoad = async ({ locals, url }) => {
	requireQuestionImporter(locals);
	const db = getDb();
	const today = await readToday(db);
	const imports = await listImports(db);
	const done = url.searchParams.has('ingelezen') ? imports[0] : undefined;
	return { imports, done, lastQuarter: endedQuarters(today)[0] };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const user = requireQuestionImporter(locals);
		const file = (await readFormData(request)).get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(400, refusal(m.question_import_missing()));
		if (file.size > LARGEST_BYTES) return fail(400, refusal(m.question_import_too_large()));
		const db = getDb();
		const bytes = new Uint8Array(await file.arrayBuffer());
		const today = await readToday(db);
		const { problems } = await importQuestions(db, { name: file.name, bytes }, user, today);
		if (problems) {
			const count = problems.length;
			const failed = m.question_import_failed({ count, number: String(count) });
			return fail(400, refusal(failed, problems.map(problemText)));
		}
		logVisit(locals, { action: 'import_questions', object: `file ${file.name}` });
		redirect(303, link('/beheer/vragen', new URLSearchParams({ ingelezen: '1' })));
	}
};
