import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { responsePage } from '#lib/server/figures/response-time/page.ts';
import type { PageServerLoad } from './$types';

/** Public: how fast reports are answered. */
export const load: PageServerLoad = (event) => loadPage(responsePage, event);
