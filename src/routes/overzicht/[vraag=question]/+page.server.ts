import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readOverview } from '#lib/server/publish/overview/read-overview.ts';
import type { PageServerLoad } from './$types';

/** Public: the pages that answer a question, and its figure of today. */
export const load: PageServerLoad = async ({ params }) => {
	const db = getDb();
	return { overview: await readOverview(db, params.vraag, await readToday(db)) };
};
