import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { timelinePage } from '#lib/server/figures/timeline/page.ts';
import type { PageServerLoad } from './$types';

/** Public: what happened in the programme, and when. */
export const load: PageServerLoad = (event) => loadPage(timelinePage, event);
