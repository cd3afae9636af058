import { newLocationsPage } from '#lib/server/figures/new-locations/page.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees which locations are new. */
export const load: PageServerLoad = (event) => loadPage(newLocationsPage, event);
