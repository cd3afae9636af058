import { FILTERS } from '#lib/base/selection/filters.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { searchSite } from '#lib/server/publish/search/search-site.ts';
import type { PageServerLoad } from './$types';

/** Public: one search over records, pages and definitions. A text that is too long is cut. */
export const load: PageServerLoad = async ({ url }) => {
	const db = getDb();
	const search = FILTERS.search.read(url.searchParams, []);
	return { found: await searchSite(db, search, await readToday(db)) };
};
