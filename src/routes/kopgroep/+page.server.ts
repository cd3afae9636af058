import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { drawVanguard } from '#lib/server/figures/vanguard/draw-map.ts';
import { vanguardPage } from '#lib/server/figures/vanguard/page.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { PageServerLoad } from './$types';

/** Public: who began first, how they were chosen, and how it went. */
export const load: PageServerLoad = async (event) => {
	const found = await loadPage(vanguardPage, event);
	return { ...found, map: await drawVanguard(getDb(), found.vanguard) };
};
