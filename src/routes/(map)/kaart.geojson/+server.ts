import { viewGeoJson } from '#lib/server/figures/map-page/view-geojson.ts';
import { fileResponse, readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import type { RequestHandler } from './$types';

/** Public. Municipalities and points of a view, as drawn on the map. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url, { milestones: true });
	const json = JSON.stringify(viewGeoJson(file));
	return fileResponse(file, json, 'geojson', 'application/geo+json');
};
