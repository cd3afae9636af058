import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireUserManager } from '#lib/server/access/account/permission.ts';
import { findUser } from '#lib/server/access/account/queries.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { handOver } from '#lib/server/work/handover/hand-over.ts';
import { readHandover } from '#lib/server/work/handover/queries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUserManager(locals);
	const db = getDb();
	const account = (await findUser(db, params.id)) ?? error(404);
	if (account.role !== 'advisor' || !account.active) nothingDone(params.id);
	return { account, ...(await readHandover(db, params.id, await readToday(db))) };
};

/** Who left already, or is no adviser, has nothing to hand over; her page says so. */
function nothingDone(id: string): never {
	redirect(303, link(`/beheer/gebruikers/${id}`, new URLSearchParams({ vertrek: 'niets' })));
}

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const user = requireUserManager(locals);
		const chosen = (await readFormData(request)).getAll('successor').map(String);
		const outcome = await handOver(getDb(), user, params.id, chosen);
		const result = outcome === 'left' ? 'done' : 'refused';
		logVisit(locals, { action: 'hand_over', object: `user ${params.id}`, result, detail: outcome });
		if (outcome === 'successors') {
			const text = chosen.length === 0 ? m.handover_none_chosen() : m.handover_chosen_gone();
			return fail(400, { chosen, errors: { successor: text } });
		}
		if (outcome === 'gone') nothingDone(params.id);
		redirect(303, link(`/beheer/gebruikers/${params.id}`));
	}
};
