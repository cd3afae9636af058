import { siteGroups } from '#lib/server/base/site/site-map.ts';
import { readMostlyUnfilled } from '#lib/server/ledger/last-look/unfilled.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { LayoutServerLoad } from './$types';

/** Public: what header, banner and footer of every page say, the same for every anonymous visitor. */
export const load: LayoutServerLoad = async ({ locals: { user } }) => {
	const db = getDb();
	const [today, state] = await Promise.all([readToday(db), readDataState(db)]);
	return {
		site: siteGroups(),
		today,
		unfilled: await readMostlyUnfilled(db, { state, today }),
		dataVersion: state.version,
		demoData: state.demoData,
		user: user ? { name: user.name, role: user.role, organisation: user.organisation } : null
	};
};
