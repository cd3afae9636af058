import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { subsidyPage } from '#lib/server/figures/subsidy/page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees what the schemes pay and what that comes to. */
export const load: PageServerLoad = (event) => loadPage(subsidyPage, event);
