import { PAGES } from '#lib/server/publish/api/pages.ts';
import type { PageServerLoad } from './$types';

/** Public. Every page with figures, and its answer of the API; a new page is in it by itself. */
export const load: PageServerLoad = () => ({
	pages: PAGES.map(({ path, api }) => ({ path, api: `/api/v1/${api.name}` as const }))
});
