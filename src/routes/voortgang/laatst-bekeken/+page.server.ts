import { maySetThresholds } from '#lib/access/account/permission.ts';
import { freshnessPage } from '#lib/server/figures/freshness/page.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees how up to date the data are; who recorded what is not told. */
export const load: PageServerLoad = async (event) => ({
	...(await loadPage(freshnessPage, event)),
	maySetThreshold: maySetThresholds(event.locals.user)
});
