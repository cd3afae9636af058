import { equipmentPage } from '#lib/server/figures/equipment/page.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import type { PageServerLoad } from './$types';

/** Public: what libraries have in place, and what is missing. */
export const load: PageServerLoad = (event) => loadPage(equipmentPage, event);
