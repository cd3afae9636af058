import { endedQuarters } from '#lib/base/as-of/quarter.ts';
import { requireQuarterLocker } from '#lib/server/access/account/permission.ts';
import { lockedQuarters } from '#lib/server/ledger/quarter-lock/quarter-lock.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireQuarterLocker(locals);
	const db = getDb();
	const today = await readToday(db);
	const locks = new Map((await lockedQuarters(db).execute()).map((lock) => [lock.end, lock]));
	return {
		quarters: endedQuarters(today).map((quarter) => ({
			quarter,
			locked: locks.has(quarter.end),
			exceptions: (locks.get(quarter.end)?.exceptions ?? []).filter(({ until }) => today <= until)
				.length
		}))
	};
};
