import { fail } from '@sveltejs/kit';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { listActiveReasons } from '#lib/server/ledger/reason/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	findAnswerLink,
	readAnswerLine,
	recordByLink
} from '#lib/server/work/weekly-mail/answer-link.ts';
import { TOKEN_PARAMETER } from '#lib/server/work/weekly-mail/token.ts';
import { readLines } from '#lib/work/week/read-lines.ts';
import type { WeekFormState } from '#lib/work/week/types.ts';
import type { Actions, PageServerLoad } from './$types';

/** For who has the link of a mail. Looking at it writes nothing: programs that read mail do that too. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
	const db = getDb();
	const today = await readToday(db);
	const token = url.searchParams.get(TOKEN_PARAMETER) ?? '';
	const link = token ? await findAnswerLink(db, token, today) : null;
	return {
		...{ token, today },
		library: link && { slug: link.subject.library.slug, name: link.subject.library.name },
		task: link && (await readAnswerLine(db, link, today)),
		reasons: await listActiveReasons(db)
	};
};

const refused = (values: Record<string, string>, errors: Errors): WeekFormState => ({
	...{ values, errors, conflicts: [], recorded: [], batchId: null }
});

export const actions: Actions = {
	// For who has the link of a mail: it is the authority, once and for one line.
	default: async ({ request }) => {
		const db = getDb();
		const today = await readToday(db);
		const form = await readFormData(request);
		const values = typedValues(form);
		const { lines } = readLines(form);
		if (lines.length !== 1) return fail(400, refused(values, { form: m.week_problem_nothing() }));
		const recorded = await recordByLink(db, values.token ?? '', lines, today);
		if (recorded === null) return fail(400, refused(values, { form: m.weekly_mail_link_over() }));
		const [outcome] = recorded.outcomes;
		if (outcome?.outcome === 'recorded') return { done: true as const };
		const key = lines[0]!.key;
		if (outcome?.outcome !== 'invalid') {
			return fail(409, refused(values, { [`answer.${key}`]: m.week_problem_conflict() }));
		}
		const errors = Object.entries(outcome.errors).map(([field, message]) => [
			`${field === 'form' ? 'answer' : field}.${key}`,
			message
		]);
		return fail(400, refused(values, Object.fromEntries(errors) as Errors));
	}
};
