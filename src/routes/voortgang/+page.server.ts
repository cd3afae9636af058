import { getDb } from '#lib/server/db/app-db.ts';
import { readProgressOf } from '#lib/server/progress/read-progress.ts';
import { noticeText } from '#lib/server/view/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees the progress. */
export const load: PageServerLoad = async ({ url }) => {
	const { progress, notices, supportInstitutes } = await readProgressOf(getDb(), url.searchParams);
	return { progress, notices: notices.map(noticeText), supportInstitutes };
};
