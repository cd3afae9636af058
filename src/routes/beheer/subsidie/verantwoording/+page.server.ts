import { error, fail, redirect } from '@sveltejs/kit';
import { institutesOf } from '#lib/access/account/permission.ts';
import { typedValues } from '#lib/base/form/read-form.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { readDueForm } from '#lib/programme/grant/read-due-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireGrantKeeper } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import { readAccountability } from '#lib/server/figures/subsidy/read-accountability.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { recordGrantDue } from '#lib/server/programme/grant/dues.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

const PER_PAGE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireGrantKeeper(locals);
	const read = await readAccountability(getDb(), url.searchParams, institutesOf(user));
	const pageCount = Math.max(1, Math.ceil(read.chosen.length / PER_PAGE));
	const page = Math.min(pageCount, readId(url.searchParams.get('pagina')) ?? 1);
	return {
		...read,
		notices: read.notices.map(noticeText),
		...{ page, pageCount, isManager: user.role === 'programme_manager' },
		chosen: read.chosen.slice((page - 1) * PER_PAGE, page * PER_PAGE),
		saved: url.searchParams.has('vastgelegd')
	};
};

export const actions: Actions = {
	due: async ({ locals, request }) => {
		const user = requireGrantKeeper(locals);
		const form = await readFormData(request);
		const read = readDueForm((name) => String(form.get(name) ?? ''));
		if (read.errors) return fail(400, { values: typedValues(form), errors: read.errors });
		const outcome = await recordGrantDue(getDb(), user, authorOf(user), read.said);
		logVisit(locals, { action: 'record_grant_due', object: `${outcome} ${read.said.kind}` });
		if (outcome === 'refused') error(403, m.account_refused_role());
		redirect(303, link('/beheer/subsidie/verantwoording', new URLSearchParams({ vastgelegd: '' })));
	}
};
