import { spotCells, spotLegend } from '#lib/figures/coverage/spot-map.ts';
import { coveragePage } from '#lib/server/figures/coverage/page.ts';
import { loadPage } from '#lib/server/figures/page/serve-page.ts';
import { patternDefinitions } from '#lib/base/map/patterns.ts';
import { LEGEND_ID } from './legend-id.ts';
import type { PageServerLoad } from './$types';

/** More of these than anybody reads; the files have them all. */
const MOST_PLACES = 400;
const MOST_SPOTS = 150;

/** Public: everybody sees the coverage, and may suppose that places are open. */
export const load: PageServerLoad = async (event) => {
	const { coverage, standings, ...more } = await loadPage(coveragePage, event);
	const { whiteSpots, others } = coverage;
	const { entries } = spotLegend(spotCells(coverage, standings));
	return {
		...more,
		coverage: {
			...coverage,
			whiteSpots: whiteSpots.slice(0, MOST_SPOTS),
			others: others.slice(0, MOST_PLACES)
		},
		counts: { whiteSpots: whiteSpots.length, others: others.length },
		legend: entries.map(({ cls, label }) => ({ cls, label })),
		// Drawn here: the browser of the map page would have to fetch what draws them apart.
		legendPatterns: patternDefinitions(LEGEND_ID, 'classes')
	};
};
