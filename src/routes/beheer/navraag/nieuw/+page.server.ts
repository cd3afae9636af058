import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { typedValues, type Values } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireInquirer } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { askInquiries, listAddressees } from '#lib/server/work/asking/ask.ts';
import { findCandidates } from '#lib/server/work/asking/find-candidate.ts';
import { listCandidates } from '#lib/server/work/asking/list-candidates.ts';
import { readScope } from '#lib/server/work/week/read-scope.ts';
import { readAskForm } from '#lib/work/asking/read-ask-form.ts';
import { parseWorkListParams } from '#lib/work/update/work-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireInquirer(locals);
	const db = getDb();
	const today = await readToday(db);
	const about = url.searchParams.get('over');
	const { params, ignored, supportInstituteId, scope, institutes } = await readScope(
		db,
		user,
		parseWorkListParams(url.searchParams),
		today
	);
	const one = about === null ? [] : await findCandidates(db, about, today);
	const list =
		about === null
			? await listCandidates(db, { supportInstituteId, ...params }, params, today)
			: { candidates: one, more: false };
	const chosen = url.searchParams.get('mijlpaal');
	return {
		...list,
		/** One record that the page is about; its milestones are chosen from. */
		about: one[0] ? { key: about, name: one[0].pointName ?? one[0].library.name, chosen } : null,
		addressees: await listAddressees(db, [
			...new Set(list.candidates.map(({ institute }) => institute.id))
		]),
		...{ params, ignored, scope, institutes, today, round: randomUUID() }
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const user = requireInquirer(locals);
		const db = getDb();
		const today = await readToday(db);
		const form = await readFormData(request);
		const values: Values = { ...typedValues(form), about: '' };
		const chosen = form.getAll('about').map(String);
		const read = readAskForm(form, today);
		if (read.errors) return fail(400, { values, chosen, errors: read.errors });
		const asked = await askInquiries(db, user, read, today);
		if (asked.outcome === 'gone') {
			const errors: Record<string, string> = { about: m.inquiry_problem_gone() };
			return fail(409, { values, chosen, errors });
		}
		logVisit(locals, { action: 'ask', object: `inquiry round ${read.round}` });
		const done = new URLSearchParams({ gevraagd: String(asked.count) });
		redirect(303, link('/beheer/navraag', done));
	}
};
