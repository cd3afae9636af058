import { mayImportQuestions } from '#lib/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readQuestionsOf } from '#lib/server/figures/question/read-questions.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees how many questions were asked. */
export const load: PageServerLoad = async ({ url, locals }) => {
	const { questions, notices, supportInstitutes } = await readQuestionsOf(
		getDb(),
		url.searchParams
	);
	return {
		questions,
		notices: notices.map(noticeText),
		supportInstitutes,
		mayImport: mayImportQuestions(locals.user)
	};
};
