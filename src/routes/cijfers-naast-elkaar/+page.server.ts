import { parseAsOf } from '#lib/as-of/as-of.ts';
import { readToday } from '#lib/server/clock.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { readReconciliation } from '#lib/server/reconciliation/service.ts';
import type { PageServerLoad } from './$types';

/** Public. What others counted beside what we count. */
export const load: PageServerLoad = async ({ url }) => {
	const db = getDb();
	const today = await readToday(db);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	return { rows: await readReconciliation(db, asOf), asOf, notices, today };
};
