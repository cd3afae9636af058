import { institutesOf } from '#lib/access/account/permission.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { typedValues } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { entryProblemErrors } from '#lib/programme/grant/entry-texts.ts';
import { readEntryForm } from '#lib/programme/grant/read-entry-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireGrantKeeper } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	listGrantEntries,
	recordGrantEntry,
	undoGrantEntry
} from '#lib/server/programme/grant/entries.ts';
import { listGrantLibraries, listGrantSchemes } from '#lib/server/programme/grant/queries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as one looks back at. */
const SHOWN = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireGrantKeeper(locals);
	const db = getDb();
	const scope = institutesOf(user);
	const [schemes, libraries, entries] = await Promise.all([
		listGrantSchemes(db),
		listGrantLibraries(db, scope),
		listGrantEntries(db, scope, SHOWN)
	]);
	const saved = url.searchParams.get('vastgelegd');
	return {
		...{ schemes, libraries, entries, isManager: user.role === 'programme_manager' },
		saved: saved !== null && /^\d{1,3}$/.test(saved) ? Number(saved) : null,
		takenBack: url.searchParams.has('teruggedraaid')
	};
};

export const actions: Actions = {
	record: async ({ locals, request }) => {
		const user = requireGrantKeeper(locals);
		const db = getDb();
		const form = await readFormData(request);
		const values = typedValues(form);
		const chosen = form.getAll('libraries').map(String);
		const read = readEntryForm(
			(name) => String(form.get(name) ?? ''),
			chosen,
			await listGrantSchemes(db)
		);
		if (read.errors) return fail(400, { values, chosen, errors: read.errors });
		const done = await recordGrantEntry(db, user, authorOf(user), read.said);
		logVisit(locals, { action: 'record_grant_entry', object: `${done.outcome} ${read.said.kind}` });
		if (done.outcome === 'refused') error(403, m.account_refused_role());
		switch (done.outcome) {
			case 'invalid':
				return fail(400, { values, chosen, errors: entryProblemErrors(done.problem) });
			case 'no_rate':
				return fail(400, { values, chosen, errors: { year: m.grant_problem_no_rate() } });
			case 'unknown':
				return fail(400, { values, chosen, errors: { libraries: m.grant_problem_libraries() } });
		}
		const count = done.outcome === 'recorded' ? done.count : 0;
		redirect(303, link('/beheer/subsidie', new URLSearchParams({ vastgelegd: String(count) })));
	},
	undo: async ({ locals, request }) => {
		const user = requireGrantKeeper(locals);
		const id = readId(String((await readFormData(request)).get('id') ?? ''));
		const done = id === null ? null : await undoGrantEntry(getDb(), user, authorOf(user), id);
		logVisit(locals, { action: 'undo_grant_entry', object: `grant entry ${id}` });
		if (done?.outcome === 'refused') error(403, m.account_refused_role());
		if (done?.outcome === 'later') return fail(409, { kept: m.grant_problem_rests_on_it() });
		redirect(303, link('/beheer/subsidie', new URLSearchParams({ teruggedraaid: '' })));
	}
};
