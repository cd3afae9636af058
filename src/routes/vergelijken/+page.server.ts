import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { comparePage } from '#lib/server/figures/compare/page.ts';
import type { PageServerLoad } from './$types';

/** Public. Two situations beside each other. */
export const load: PageServerLoad = (event) => loadPage(comparePage, event);
