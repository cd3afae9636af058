import { readToday } from '#lib/server/platform/clock/clock.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listLateLines } from '#lib/server/network/standing/list-late-lines.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { readSearchHints } from '#lib/server/network/standing/read-search.ts';
import { statusDay } from '#lib/server/base/selection/where.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listServedNames, listSupportInstitutes } from '#lib/server/network/library/list.ts';
import { listProvinces } from '#lib/server/network/province/queries.ts';
import { parseLibraryList } from '#lib/network/library/library-list.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const db = getDb();
	const today = await readToday(db);
	const institutes = await listSupportInstitutes(db, today);
	const slugs = institutes.map(({ slug }) => slug);
	const { list, notices } = parseLibraryList(url.searchParams, today, slugs);
	const where = { asOf: list.asOf, today, filters: list.filters };
	const [page, headline, provinces] = await Promise.all([
		listLibraries(db, where, list),
		readHeadline(db, { ...where, filters: NO_FILTERS }),
		listProvinces(db)
	]);
	const ids = page.rows.map(({ id }) => id);
	const [served, whys, hints] = await Promise.all([
		listServedNames(db, ids, statusDay(where)),
		listLateLines(db, where, 'libraries', page.rows),
		readSearchHints(db, where, page.total)
	]);
	const { organisations } = headline;
	return { today, list, notices, page, served, whys, organisations, provinces, institutes, hints };
};
