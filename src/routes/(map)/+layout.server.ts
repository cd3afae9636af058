import { LEGEND_ID } from '#lib/figures/map-page/map-id.ts';
import { patternDefinitions } from '#lib/base/map/patterns.ts';
import { FILTERS } from '#lib/base/selection/filters.ts';
import { listTimeSteps } from '#lib/server/figures/map-page/list-time-steps.ts';
import { readView } from '#lib/server/figures/page/read-view.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readTiles } from '#lib/server/platform/env/tiles.ts';
import type { LayoutServerLoad } from './$types';

/**
 * Public. What of the map page is the same for every day: it is not asked for again when only the day
 * changes, because it reads no other parameters.
 */
export const load: LayoutServerLoad = async ({ url, parent }) => {
	const db = getDb();
	const { today, dataVersion } = await parent();
	const params = withoutDay(url.searchParams);
	const { where, supportInstitutes } = await readView(db, params, today);
	return {
		supportInstitutes,
		steps: await listTimeSteps(db, where, dataVersion),
		legendPatterns: patternDefinitions(LEGEND_ID, 'classes'),
		tiles: readTiles()
	};
};

/** What the steps depend on. A search also looks at where libraries are on the day. */
function withoutDay(params: URLSearchParams): URLSearchParams {
	const names = ['bekendOp', ...Object.values(FILTERS).map(({ parameter }) => parameter)];
	const read = names.flatMap((name) => params.getAll(name).map((value) => [name, value]));
	const day = params.has(FILTERS.search.parameter) ? params.get('peildatum') : null;
	return new URLSearchParams(day === null ? read : [...read, ['peildatum', day]]);
}
