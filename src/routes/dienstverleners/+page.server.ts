import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { providerPage } from '#lib/server/figures/provider/page.ts';
import type { PageServerLoad } from './$types';

/** Public: who works with the libraries, and what for. */
export const load: PageServerLoad = (event) => loadPage(providerPage, event);
