import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { referralPage } from '#lib/server/figures/referral/page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees how far the networks are; never who a partner is. */
export const load: PageServerLoad = (event) => loadPage(referralPage, event);
