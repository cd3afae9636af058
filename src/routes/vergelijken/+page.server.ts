import { readComparisonOf } from '#lib/server/figures/compare/read-comparison.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public. Two situations beside each other. */
export const load: PageServerLoad = async ({ url }) => {
	const { comparison, notices, supportInstitutes } = await readComparisonOf(
		getDb(),
		url.searchParams
	);
	return { comparison, notices: notices.map(noticeText), supportInstitutes };
};
