import { readToday } from '#lib/server/clock/clock.ts';
import { listLibraries } from '#lib/server/standing/list-libraries.ts';
import { readHeadline } from '#lib/server/standing/read-headline.ts';
import { readSearchHints } from '#lib/server/standing/read-search.ts';
import { statusDay } from '#lib/server/selection/where.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { listServedNames, listSupportInstitutes } from '#lib/server/library/list.ts';
import { listProvinces } from '#lib/server/province/queries.ts';
import { parseLibraryList } from '#lib/library/library-list.ts';
import { NO_FILTERS } from '#lib/selection/filters.ts';
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
	const [served, hints] = await Promise.all([
		listServedNames(db, ids, statusDay(where)),
		readSearchHints(db, where, page.total)
	]);
	const { organisations } = headline;
	return { today, list, notices, page, served, organisations, provinces, institutes, hints };
};
