import { error, redirect } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { changesBetween } from '#lib/ledger/template/template.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { listMoves, listSteps, listTemplateVersions } from '#lib/server/ledger/template/queries.ts';
import { moveLibraries } from '#lib/server/ledger/template/service.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const subject = await libraryOfAddress({ params }, await readToday(getDb()));
	requireWriteAccess(locals, subject.library);
	const db = getDb();
	const versions = await listTemplateVersions(db);
	const own = versions.find(({ id }) => id === subject.templateId)!;
	// The newest of each profile comes first; nobody goes to an older one.
	const newest = versions.filter(
		(one, index) => versions.findIndex(({ profile }) => profile === one.profile) === index
	);
	const others = newest.filter(({ id }) => id !== own.id);
	const to = others.find(({ id }) => id === readId(url.searchParams.get('naar')));
	const steps = await listSteps(db, [own.id, ...(to ? [to.id] : [])]);
	return {
		library: subject.library,
		own,
		others,
		steps: steps.get(own.id)!,
		preview: to ? { to, changes: changesBetween(steps.get(own.id)!, steps.get(to.id)!) } : null,
		moves: await listMoves(db, subject.id),
		moved: url.searchParams.has('verplaatst')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const subject = await libraryOfAddress({ params }, await readToday(getDb()));
		const user = requireWriteAccess(locals, subject.library);
		const form = await readFormData(request);
		const [from, to] = [readId(String(form.get('from'))), readId(String(form.get('to')))];
		const known = await listTemplateVersions(getDb());
		if (from === null || !known.some(({ id }) => id === to)) error(404, m.template_unknown());
		await moveLibraries(getDb(), authorOf(user), [{ libraryId: subject.id, from }], to!);
		const back = new URLSearchParams({ verplaatst: '' });
		redirect(303, link(`/bibliotheken/${params.slug}/bijwerken/sjabloon`, back));
	}
};
