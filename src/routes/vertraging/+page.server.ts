import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readPlanMovesOf } from '#lib/server/figures/plan-moves/read-plan-moves.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees where the time goes. */
export const load: PageServerLoad = async ({ url }) => {
	const { delay, notices, supportInstitutes } = await readPlanMovesOf(getDb(), url.searchParams);
	return { delay, notices: notices.map(noticeText), supportInstitutes };
};
