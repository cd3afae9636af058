import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { reportingDelayPage } from '#lib/server/figures/reporting-delay/page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees how soon openings are reported. */
export const load: PageServerLoad = (event) => loadPage(reportingDelayPage, event);
