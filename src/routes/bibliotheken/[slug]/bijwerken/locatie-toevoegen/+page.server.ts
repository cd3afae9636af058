import { fail, redirect } from '@sveltejs/kit';
import { inOrder, readForm, readReadable, typedValues } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { readDraft } from '#lib/server/access/account/draft.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { addLocation, checkLocation } from '#lib/server/work/update/add-location.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import { listWorkArea } from '#lib/server/work/update/queries.ts';
import { problemErrors } from '#lib/work/update/problem-text.ts';
import { locationForm } from '#lib/work/update/schema.ts';
import type { Actions, PageServerLoad } from './$types';

const fieldNames = Object.keys(locationForm.shape);

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
	const db = getDb();
	const today = await readToday(db);
	const library = await libraryOfAddress({ params }, today);
	requireWriteAccess(locals, library.library);
	const area = await listWorkArea(db, library.library.id, today);
	const municipalities = area.map(({ code, name }) => ({ code, name }));
	return { library, municipalities, today, draft: readDraft({ cookies, url })?.values };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const db = getDb();
		const today = await readToday(db);
		const library = await libraryOfAddress({ params }, today);
		const user = requireWriteAccess(locals, library.library);
		const form = await readFormData(request);
		const { data, values, errors } = readForm(locationForm, form);
		if (!data) {
			// All errors at once: also those of the fields that could be read.
			const readable = readReadable(locationForm, form);
			const others = problemErrors(await checkLocation(db, library, readable, today));
			return fail(400, { values, errors: inOrder({ ...others, ...errors }, fieldNames) });
		}
		const outcome = await addLocation(db, user, library, data, today);
		if (outcome.outcome === 'invalid') {
			return fail(400, { values: typedValues(form), errors: problemErrors(outcome.problems) });
		}
		redirect(303, link(`/informatiepunten/${outcome.informationPointId}/bijwerken`));
	}
};
