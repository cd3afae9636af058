import { requireRole } from '#lib/server/access/account/permission.ts';
import { listSupportInstitutes } from '#lib/server/access/account/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readBoard } from '#lib/server/work/board/read-board.ts';
import { listScope } from '#lib/server/work/week/list-scope.ts';
import { parseBoardParams } from '#lib/work/board/params.ts';
import { narrowTo } from '#lib/work/week/narrow.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const seesAll = user.role === 'programme_manager';
	const institutes = seesAll ? await listSupportInstitutes(db) : [];
	const scope = await listScope(db, seesAll ? null : user.supportInstituteId, today);
	const { list, phase, asTable } = parseBoardParams(url.searchParams);
	const { params, ignored, supportInstituteId } = narrowTo(list, {
		scope,
		institutes,
		own: seesAll ? null : user.supportInstituteId
	});
	const { poi, province, library, page } = params;
	return {
		...(await readBoard(db, { supportInstituteId, province, library, phase, page }, today)),
		params: { poi, province, library, phase, asTable, page: phase === null ? 1 : page },
		ignored,
		institutes: institutes.map(({ slug, name }) => ({ slug, name })),
		scope,
		today
	};
};
