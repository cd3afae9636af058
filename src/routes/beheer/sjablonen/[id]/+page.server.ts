import { error, fail, redirect } from '@sveltejs/kit';
import { typedValues, type Errors } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { readTemplateForm } from '#lib/ledger/template/read-template-form.ts';
import { changesBetween } from '#lib/ledger/template/template.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireTemplateEditor } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import {
	listFollowers,
	listSteps,
	listTemplateVersions
} from '#lib/server/ledger/template/queries.ts';
import { moveLibraries, recordVersion } from '#lib/server/ledger/template/service.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The version of the address, with all of its profile, the newest first. */
async function getVersions(params: { id: string }) {
	const versions = await listTemplateVersions(getDb());
	const version = versions.find(({ id }) => id === readId(params.id));
	if (!version) error(404, m.template_unknown());
	return { version, own: versions.filter(({ profile }) => profile === version.profile) };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireTemplateEditor(locals);
	const db = getDb();
	const { version, own } = await getVersions(params);
	const older = own.filter((one) => one.version < version.version);
	const steps = await listSteps(
		db,
		own.map(({ id }) => id)
	);
	const mine = steps.get(version.id)!;
	const followers = await listFollowers(
		db,
		older.map(({ id }) => id)
	);
	return {
		version,
		newest: own[0]!,
		steps: mine,
		/** Of each older version: what this one says otherwise, and who follows it still. */
		older: older.map((one, index) => ({
			...one,
			changes:
				index === 0 || followers.some(({ templateId }) => templateId === one.id)
					? changesBetween(steps.get(one.id)!, mine)
					: [],
			followers: followers.filter(({ templateId }) => templateId === one.id)
		})),
		made: url.searchParams.has('gemaakt'),
		moved: url.searchParams.has('verplaatst')
			? (readId(url.searchParams.get('verplaatst')) ?? 0)
			: null
	};
};

interface Refusal {
	form: 'edit' | 'move';
	/** What was typed; of what can be ticked several, all of them. */
	typed: Record<string, string[]>;
	errors: Errors;
}

const refuse = (form: Refusal['form'], sent: FormData, errors: Errors, status = 400) =>
	fail(status, {
		form,
		errors,
		typed: Object.fromEntries(
			Object.keys(typedValues(sent)).map((name) => [name, sent.getAll(name).map(String)])
		)
	} satisfies Refusal);

export const actions: Actions = {
	edit: async ({ locals, params, request }: RequestEvent) => {
		const user = requireTemplateEditor(locals);
		const db = getDb();
		const { version } = await getVersions(params);
		const form = await readFormData(request);
		const now = (await listSteps(db, [version.id])).get(version.id)!;
		const { steps, note, errors } = readTemplateForm(
			form,
			now.map(({ milestoneCode }) => milestoneCode)
		);
		if (!steps) return refuse('edit', form, errors);
		const made = await recordVersion(db, authorOf(user), { basedOn: version.id, steps, note });
		if (made.outcome === 'unknown') error(404, m.template_unknown());
		if (made.outcome === 'unchanged') {
			return refuse('edit', form, { form: m.template_problem_unchanged() });
		}
		if (made.outcome === 'conflict') {
			return refuse('edit', form, { form: m.template_problem_newer() }, 409);
		}
		redirect(303, link(`/beheer/sjablonen/${made.id}`, new URLSearchParams({ gemaakt: '' })));
	},
	move: async ({ locals, params, request }: RequestEvent) => {
		const user = requireTemplateEditor(locals);
		const { version } = await getVersions(params);
		const form = await readFormData(request);
		const moves = form.getAll('library').flatMap((text) => {
			const [library, from] = String(text).split('-').map(readId);
			return library && from ? [{ libraryId: library, from }] : [];
		});
		if (moves.length === 0) {
			return refuse('move', form, { library: m.template_problem_no_library() });
		}
		const moved = await moveLibraries(getDb(), authorOf(user), moves, version.id);
		const back = new URLSearchParams({ verplaatst: String(moved) });
		redirect(303, link(`/beheer/sjablonen/${version.id}`, back));
	}
};
