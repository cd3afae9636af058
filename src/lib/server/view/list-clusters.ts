import { mapPoint } from '#lib/coverage/place-text.ts';
import { createClusterIndex } from '#lib/map/cluster.ts';
import { isShown } from '#lib/map/layers.ts';
import { everyPointZoom, type GeoBounds, type MapCluster, type MapPoint } from '#lib/map/types.ts';
import { listMapPoints } from '#lib/server/coverage/list-map-points.ts';
import type { MapFile } from './read-map-file.ts';

export interface PartOfMap {
	bounds: GeoBounds;
	zoom: number;
}

/** Zooms beyond these show the same as the nearest. */
const ZOOMS = { least: 5, most: everyPointZoom };
/** As many as anybody will read in the list of one place. */
const MOST_APART = 500;

/** Reads `kader` and `zoom`; null when they are absent or no part of a map. */
export function readBounds(params: URLSearchParams): PartOfMap | null {
	const numbers = (params.get('kader') ?? '').split(',').map(Number);
	const [west, south, east, north] = numbers;
	const zoom = Number(params.get('zoom') ?? Number.NaN);
	if (west === undefined || south === undefined || east === undefined || north === undefined)
		return null;
	if (numbers.length !== 4 || ![...numbers, zoom].every(Number.isFinite)) return null;
	return {
		bounds: { west, south, east, north },
		zoom: Math.min(Math.max(zoom, ZOOMS.least), ZOOMS.most)
	};
}

/** The points of a view in a part of the map, those close to each other as one unless zoomed in fully. */
export async function listClusters(
	{ db, where, view }: Pick<MapFile, 'db' | 'where' | 'view'>,
	{ bounds, zoom }: PartOfMap
): Promise<(MapPoint | MapCluster)[]> {
	const points = await listMapPoints(db, where, bounds);
	const shown = points
		.filter(({ status }) => isShown(status, view.layers))
		.map((point) => mapPoint(point));
	if (zoom >= everyPointZoom) return shown.slice(0, MOST_APART);
	return createClusterIndex(shown).at(bounds, zoom);
}
