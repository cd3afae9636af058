import { json } from '@sveltejs/kit';
import { readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import { readBounds, listClusters } from '#lib/server/figures/map-page/list-clusters.ts';
import type { MapUpdate } from '#lib/figures/map-page/map-update.ts';
import type { RequestHandler } from './$types';

/**
 * Public. What the map in the browser shows of a view: municipalities and points, without outlines.
 * With `kader=west,zuid,oost,noord&zoom=9` only the points there, clustered.
 */
export const GET: RequestHandler = async ({ url }) => {
	const bounds = readBounds(url.searchParams);
	const file = await readMapFile(url);
	if (bounds) return json(await listClusters(file, bounds));
	const { standings, content } = file;
	return json({
		boundarySet: standings.geometry.boundarySet,
		cells: content.cells,
		provinces: content.provinces,
		points: standings.pointCount > standings.points.length ? null : content.points
	} satisfies MapUpdate);
};
