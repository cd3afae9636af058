import { readComparisonOf } from '#lib/server/compare/read-comparison.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { noticeText } from '#lib/server/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public. Two situations beside each other. */
export const load: PageServerLoad = async ({ url }) => {
	const { comparison, notices, supportInstitutes } = await readComparisonOf(
		getDb(),
		url.searchParams
	);
	return { comparison, notices: notices.map(noticeText), supportInstitutes };
};
