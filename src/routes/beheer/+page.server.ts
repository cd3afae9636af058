import type { Kysely } from 'kysely';
import { together } from '#lib/figures/freshness/groups.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { freshnessPage } from '#lib/server/figures/freshness/page.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { countWaitingReports } from '#lib/server/work/error-report/replies.ts';
import { readInquiries } from '#lib/server/work/inquiry/read-inquiries.ts';
import { listProvinceLooks } from '#lib/server/work/second-look/looked.ts';
import { countInquiries } from '#lib/work/inquiry/inquiry.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { role } = requireRole(locals, 'programme_manager', 'admin');
	return { role, waiting: role === 'programme_manager' ? await readWaiting(getDb()) : null };
};

/** What waits for the programme manager, or for advisers whom she asked, today. */
async function readWaiting(db: Kysely<DB>) {
	const today = await readToday(db);
	const [{ inquiries }, looks, { freshness }, reports] = await Promise.all([
		readInquiries(db, new URLSearchParams()),
		listProvinceLooks(db, today),
		freshnessPage.read(db, new URLSearchParams()),
		countWaitingReports(db)
	]);
	const { open, late } = countInquiries(inquiries.rows, inquiries.countedTo);
	return {
		today,
		inquiries: { open: open + late, late },
		reports,
		openings: looks.reduce((sum, { waiting }) => sum + waiting, 0),
		silent: together(freshness).silent,
		silentWeeks: freshness.silentWeeks
	};
}
