import { mayImportQuestions } from '#lib/access/account/permission.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { questionPage } from '#lib/server/figures/question/page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees how many questions were asked. */
export const load: PageServerLoad = async (event) => ({
	...(await loadPage(questionPage, event)),
	mayImport: mayImportQuestions(event.locals.user)
});
