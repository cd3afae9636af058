import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { planMovesPage } from '#lib/server/figures/plan-moves/page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees where the time goes. */
export const load: PageServerLoad = (event) => loadPage(planMovesPage, event);
