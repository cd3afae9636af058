import { requireTimelineKeeper } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listEventEntries } from '#lib/server/programme/programme-event/service.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireTimelineKeeper(locals);
	const entries = await listEventEntries(getDb(), null);
	const last = [...Map.groupBy(entries, ({ code }) => code).values()].flatMap(([one]) => one ?? []);
	const inOrder = last.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
	return {
		events: inOrder.filter(({ withdrawn }) => !withdrawn),
		withdrawn: inOrder.filter(({ withdrawn }) => withdrawn)
	};
};
