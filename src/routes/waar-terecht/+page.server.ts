import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { whereToGoPage } from '#lib/server/figures/where-to-go/page.ts';
import type { PageServerLoad } from './$types';

/** Public: anybody may ask where to go, for somebody else as well. */
export const load: PageServerLoad = (event) => loadPage(whereToGoPage, event);
