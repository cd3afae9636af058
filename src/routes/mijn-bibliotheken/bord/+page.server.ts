import { requireRole } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readBoard } from '#lib/server/work/board/read-board.ts';
import { readScope } from '#lib/server/work/week/read-scope.ts';
import { parseBoardParams } from '#lib/work/board/params.ts';
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
	return {
		...(await readBoard(db, { supportInstituteId, province, library }, { phase, page }, today)),
		params: { poi, province, library, phase, asTable, page: phase === null ? 1 : page },
		ignored,
		institutes,
		scope,
		today
	};
};
