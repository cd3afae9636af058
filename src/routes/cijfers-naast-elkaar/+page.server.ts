import { getDb } from '#lib/server/db/app-db.ts';
import { readReconciliationPage } from '#lib/server/reconciliation/service.ts';
import { noticeText } from '#lib/server/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public. What others counted beside what we count. */
export const load: PageServerLoad = async ({ url }) => {
	const page = await readReconciliationPage(getDb(), url.searchParams);
	return { ...page, notices: page.notices.map(noticeText) };
};
