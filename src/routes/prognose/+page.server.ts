import { forecastPage } from '#lib/server/figures/forecast/page.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import type { PageServerLoad } from './$types';

/** Public. Waits only a little for a simulation: an unfinished page says so and is not kept. */
export const load: PageServerLoad = async (event) => {
	const page = await loadPage(forecastPage, event);
	return { ...page, unfinished: forecastPage.isUnfinished(page) };
};
