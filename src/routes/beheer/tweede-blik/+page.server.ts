import { fail, redirect } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireSecondLooker } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { approveOpenings } from '#lib/server/work/second-look/judge.ts';
import { listLooked, listProvinceLooks } from '#lib/server/work/second-look/looked.ts';
import type { Actions, PageServerLoad } from './$types';

const PER_PAGE = 25;
/** More than these wait for advisers only where much is wrong; the list of inquiries has them all. */
const MOST_RETURNED = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
	requireSecondLooker(locals);
	const db = getDb();
	const today = await readToday(db);
	const provinces = await listProvinceLooks(db, today);
	const slug = url.searchParams.get('provincie');
	const province = provinces.find((one) => one.slug === slug && one.fromOn !== null) ?? null;
	const of = province ? { provinceCode: province.code } : {};
	const total = province?.waiting ?? provinces.reduce((sum, { waiting }) => sum + waiting, 0);
	const pageCount = Math.max(1, Math.ceil(total / PER_PAGE));
	const page = Math.min(pageCount, readId(url.searchParams.get('pagina')) ?? 1);
	const paging = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
	return {
		...{ provinces, total, page, pageCount, today },
		province: province && { slug: province.slug, name: province.name },
		waiting: await listLooked(db, { state: 'waiting', ...of, ...paging }, today),
		returned: await listLooked(db, { state: 'returned', ...of, limit: MOST_RETURNED }, today),
		justApproved: readId(url.searchParams.get('goedgekeurd'))
	};
};

export const actions: Actions = {
	approve: async ({ locals, request, url }) => {
		const user = requireSecondLooker(locals);
		const db = getDb();
		const ids = (await readFormData(request))
			.getAll('opening')
			.flatMap((id) => readId(String(id)) ?? []);
		if (ids.length === 0) {
			const errors: Record<string, string> = { openings: m.second_look_problem_none_chosen() };
			return fail(400, { errors });
		}
		const count = await approveOpenings(db, user, ids, await readToday(db));
		logVisit(locals, { action: 'approve', object: `openings ${ids.join(' ')}` });
		const done = new URLSearchParams({ goedgekeurd: String(count) });
		const province = url.searchParams.get('provincie');
		if (province !== null) done.set('provincie', province);
		redirect(303, link('/beheer/tweede-blik', done));
	}
};
