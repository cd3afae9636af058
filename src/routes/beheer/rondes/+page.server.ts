import { requireTimelineKeeper } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listRoundEntries } from '#lib/server/programme/selection-round/service.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireTimelineKeeper(locals);
	const entries = await listRoundEntries(getDb(), null);
	const last = [...Map.groupBy(entries, ({ code }) => code).values()].flatMap(([one]) => one ?? []);
	return { rounds: last.toSorted((a, b) => (a.opensOn < b.opensOn ? 1 : -1)) };
};
