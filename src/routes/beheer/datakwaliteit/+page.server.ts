import { requireQualityKeeper } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { countQuality } from '#lib/server/work/data-quality/counts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const user = requireQualityKeeper(locals);
	const today = await readToday(getDb());
	const { counts, silentWeeks } = await countQuality(getDb(), user, today);
	return { counts, silentWeeks, today };
};
