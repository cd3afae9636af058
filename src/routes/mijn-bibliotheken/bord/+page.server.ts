import { redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readBoard } from '#lib/server/work/board/read-board.ts';
import { readScope } from '#lib/server/work/week/read-scope.ts';
import { boardParams, parseBoardParams } from '#lib/work/board/params.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const { list, phase, asTable } = parseBoardParams(url.searchParams);
	const { params, ignored, supportInstituteId, institutes, scope } = await readScope(
		db,
		user,
		list,
		today
	);
	const { poi, province, library, page } = params;
	const board = await readBoard(
		db,
		{ supportInstituteId, province, library },
		{ phase, page },
		today
	);
	const asked = { poi, province, library, phase, asTable, page: phase === null ? 1 : page };
	// A page beyond the last, of an address that was kept, would say that there is nothing.
	if (asked.page > board.pageCount) {
		redirect(
			303,
			link('/mijn-bibliotheken/bord', boardParams({ ...asked, page: board.pageCount }))
		);
	}
	return {
		...board,
		params: asked,
		ignored,
		institutes,
		scope,
		today
	};
};
