import { json } from '@sveltejs/kit';
import { readDay } from '#lib/base/day/read-day.ts';
import { readBounds, listClusters } from '#lib/server/figures/map-page/list-clusters.ts';
import { readMapFile, type MapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import { answerTo, type MapUpdate } from '#lib/figures/map-page/map-update.ts';
import type { RequestHandler } from './$types';

/**
 * Public. What the map in the browser shows of a view: municipalities and points, without outlines.
 * With `vanaf=2021-06-30&versie=12` what changed since that day, to who has the map of it made of that
 * version of the data. With `kader=west,zuid,oost,noord&zoom=9` only the points there, clustered.
 */
export const GET: RequestHandler = async ({ url }) => {
	const bounds = readBounds(url.searchParams);
	const file = await readMapFile(url);
	if (bounds) return json(await listClusters(file, bounds));
	return json(answerTo(await readBefore(url, file), updateOf(file)));
};

function updateOf({ standings, content, dataVersion }: MapFile): MapUpdate {
	return {
		version: dataVersion,
		boundarySet: standings.geometry.boundarySet,
		cells: content.cells,
		provinces: content.provinces,
		points: standings.pointCount > standings.points.length ? null : content.points
	};
}

/** The map that the browser says it has, when it is made of the same data. */
async function readBefore(url: URL, { dataVersion }: MapFile): Promise<MapUpdate | null> {
	const day = readDay(url.searchParams.get('vanaf') ?? '');
	if (day === null || url.searchParams.get('versie') !== String(dataVersion)) return null;
	const before = new URL(url);
	before.searchParams.set('peildatum', day);
	return updateOf(await readMapFile(before));
}
