import { error, fail, redirect } from '@sveltejs/kit';
import { typedValues, type Errors, type Values } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireSecondLooker } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { judgeOpening } from '#lib/server/work/second-look/judge.ts';
import { listLooked } from '#lib/server/work/second-look/looked.ts';
import { readVerdicts } from '#lib/work/second-look/read-forms.ts';
import type { LookedOpening } from '#lib/work/second-look/second-look.ts';
import type { Actions, PageServerLoad } from './$types';

/** The opening of an address as it stands now; 404 when nobody looks at it (any more). */
async function findOpening(address: string): Promise<LookedOpening> {
	const db = getDb();
	const id = readId(address);
	const eventIds = id === null ? [] : [id];
	const opening = (await listLooked(db, { eventIds }, await readToday(db)))[0];
	return opening ?? error(404, m.second_look_unknown_opening());
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireSecondLooker(locals);
	return { opening: await findOpening(params.event), saved: url.searchParams.has('opgeslagen') };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const user = requireSecondLooker(locals);
		const db = getDb();
		const form = await readFormData(request);
		const values: Values = typedValues(form);
		const { eventId } = await findOpening(params.event);
		const read = readVerdicts(form);
		if (read.errors) return fail(400, { values, errors: read.errors, opening: null });
		const basedOn = readId(values.basedOn ?? '');
		const verdict = { eventId, basedOn, fields: read.fields };
		if ((await judgeOpening(db, user, verdict, await readToday(db))) === 'changed') {
			const errors: Errors = { 'verdict.day': m.second_look_changed() };
			// What is shown and sent again is how it stands now.
			return fail(409, { values, errors, opening: await findOpening(params.event) });
		}
		logVisit(locals, { action: 'judge', object: `opening ${eventId}` });
		const done = new URLSearchParams({ opgeslagen: '' });
		redirect(303, link(`/beheer/tweede-blik/opening/${eventId}`, done));
	}
};
