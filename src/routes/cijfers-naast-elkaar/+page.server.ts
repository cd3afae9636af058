import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readReconciliationPage } from '#lib/server/figures/reconciliation/service.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public. What others counted beside what we count. */
export const load: PageServerLoad = async ({ url }) => {
	const page = await readReconciliationPage(getDb(), url.searchParams);
	return { ...page, notices: page.notices.map(noticeText) };
};
