import { sayFacts } from '#lib/server/base/source/say-fact.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { progressPage } from '#lib/server/figures/forecast/progress-page.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees the progress. */
export const load: PageServerLoad = async (event) => {
	const { progress, ...more } = await loadPage(progressPage, event);
	const { targets, events } = sayFacts({ targets: progress.targets, events: progress.events });
	return { ...more, progress: { ...progress, targets, events } };
};
