import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireRole, requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { listSupportInstitutes } from '#lib/server/access/account/queries.ts';
import { findHistoryEntry } from '#lib/server/ledger/change/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { findWorkLibrary } from '#lib/server/work/update/queries.ts';
import { confirmRecord } from '#lib/server/work/update/service.ts';
import { LIBRARIES_PER_PAGE, readWorkList } from '#lib/server/work/update/work-list.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { problemErrors } from '#lib/work/update/problem-text.ts';
import { parseWorkListParams } from '#lib/work/update/work-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const asked = parseWorkListParams(url.searchParams);
	const seesAll = user.role === 'programme_manager';
	const institutes = seesAll ? await listSupportInstitutes(db) : [];
	const chosen = institutes.find(({ slug }) => slug === asked.poi);
	const ignored = [
		...asked.ignored,
		...(asked.poi !== null && !chosen && seesAll ? [asked.poi] : [])
	];
	const params = { view: asked.view, page: asked.page, poi: chosen?.slug ?? null };
	const supportInstituteId = seesAll ? (chosen?.id ?? null) : user.supportInstituteId;
	const list = await readWorkList(db, { ...params, supportInstituteId }, today);
	const recordedId = readId(url.searchParams.get('gelukt'));
	const recorded = recordedId === null ? undefined : await findHistoryEntry(db, user, recordedId);
	return {
		...list,
		params,
		ignored,
		institutes: institutes.map(({ slug, name }) => ({ slug, name })),
		seesAll,
		pageCount: Math.max(1, Math.ceil(list.counts[params.view] / LIBRARIES_PER_PAGE)),
		confirmed: recorded?.kind === 'confirmed' ? recorded : null,
		goOn: list.libraries.find(({ slug }) => slug === url.searchParams.get('verder')) ?? null
	};
};

export const actions: Actions = {
	confirm: async ({ locals, request, url }) => {
		const db = getDb();
		const today = await readToday(db);
		const form = await readFormData(request);
		const slug = String(form.get('library') ?? '');
		const library =
			(await findWorkLibrary(db, slug, today)) ?? error(404, m.update_unknown_library());
		const user = requireWriteAccess(locals, library.library);
		const outcome = await confirmRecord(db, user, library, today);
		if (outcome.outcome !== 'recorded') {
			const problems = outcome.outcome === 'invalid' ? outcome.problems : [];
			return fail(400, { errors: problemErrors(problems) });
		}
		const params = new URLSearchParams(url.searchParams);
		params.delete('/confirm');
		params.set('gelukt', String(outcome.eventId));
		params.delete('verder');
		const next = form.get('next');
		if (typeof next === 'string' && next !== '') params.set('verder', next);
		redirect(303, link('/mijn-bibliotheken', params));
	}
};
