import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readReportingDelaysOf } from '#lib/server/figures/reporting-delay/read-reporting-delay.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees how soon openings are reported. */
export const load: PageServerLoad = async ({ url }) => {
	const { late, notices, supportInstitutes } = await readReportingDelaysOf(
		getDb(),
		url.searchParams
	);
	return { late, notices: notices.map(noticeText), supportInstitutes };
};
