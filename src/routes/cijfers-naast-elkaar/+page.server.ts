import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { reconciliationPage } from '#lib/server/figures/reconciliation/page.ts';
import type { PageServerLoad } from './$types';

/** Public. What others counted beside what we count. */
export const load: PageServerLoad = (event) => loadPage(reconciliationPage, event);
