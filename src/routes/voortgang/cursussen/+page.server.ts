import { participationPage } from '#lib/server/figures/participation/page.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees how many took part in courses. */
export const load: PageServerLoad = (event) => loadPage(participationPage, event);
