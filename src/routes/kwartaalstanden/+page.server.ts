import { mayFreezeQuarters } from '#lib/access/account/permission.ts';
import { endedQuarters } from '#lib/base/as-of/quarter.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listEditions } from '#lib/server/publish/edition/queries.ts';
import type { PageServerLoad } from './$types';

/** Public. The frozen quarters; the programme manager also sees which ones she can freeze. */
export const load: PageServerLoad = async ({ locals }) => {
	const db = getDb();
	const [editions, today] = await Promise.all([listEditions(db), readToday(db)]);
	if (!mayFreezeQuarters(locals.user)) return { editions, open: null, today };
	const frozen = new Set(editions.map(({ quarterEnd }) => quarterEnd));
	const open = endedQuarters(today).filter(({ end }) => !frozen.has(end));
	return { editions, open, today };
};
