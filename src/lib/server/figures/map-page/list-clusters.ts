import { mapPoint } from '#lib/network/standing/place-text.ts';
import { createClusterIndex } from '#lib/base/map/cluster.ts';
import { insideCells } from '#lib/base/map/inside-cell.ts';
import { isShown } from '#lib/base/map/layers.ts';
import {
	everyPointZoom,
	type GeoBounds,
	type MapCluster,
	type MapPoint
} from '#lib/base/map/types.ts';
import type { MapPointStanding } from '#lib/network/standing/types.ts';
import { listReasons, type Reasons } from '#lib/server/network/standing/list-reasons.ts';
import { listMapPoints } from '#lib/server/network/standing/list-map-points.ts';
import { statusDay } from '#lib/server/base/selection/where.ts';
import { findGeometry } from '#lib/server/base/map/find-geometry.ts';
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

/** A point may be shown somewhat beside where it lies, so those just outside are asked for too. */
const BESIDE = 0.1;
const padded = ({ west, south, east, north }: GeoBounds): GeoBounds => ({
	west: west - BESIDE,
	south: south - BESIDE,
	east: east + BESIDE,
	north: north + BESIDE
});

const lies = (
	{ lat, lon }: { lat: number; lon: number },
	{ west, south, east, north }: GeoBounds
) => lat >= south && lat <= north && lon >= west && lon <= east;

/** The points of a view in a part of the map, those close to each other as one unless zoomed in fully. */
export async function listClusters(
	{ db, where, view }: Pick<MapFile, 'db' | 'where' | 'view'>,
	{ bounds, zoom }: PartOfMap
): Promise<(MapPoint | MapCluster)[]> {
	const [read, geometry] = await Promise.all([
		listMapPoints(db, where, padded(bounds)),
		findGeometry(db, statusDay(where))
	]);
	const points = geometry ? insideCells(read, geometry) : read;
	const shown = points
		.filter((point) => lies(point, bounds))
		.filter(({ status }) => isShown(status, view.layers));
	const factDay = statusDay(where);
	const draw = (drawn: readonly MapPointStanding[], said?: Reasons) =>
		drawn.map((point) => mapPoint(point, { factDay, ...said?.points.get(point.id) }));
	if (zoom < everyPointZoom) return createClusterIndex(draw(shown)).at(bounds, zoom);
	const apart = shown.slice(0, MOST_APART);
	const ids = apart.map(({ id }) => id);
	return draw(apart, await listReasons(db, where, { places: 'points', ids }));
}
