import Supercluster from 'supercluster';
import { frame, unproject } from './projection.ts';
import {
	pointStatuses,
	type GeoBounds,
	type MapCluster,
	type MapPoint,
	type PointStatus,
	type StatusMix
} from './types.ts';

/** Points as good as on top of each other: their numbers per status, and the rectangle around them. */
type Summary = Record<PointStatus | 'west' | 'south' | 'east' | 'north', number>;

interface Bucket {
	summary: Summary;
	/** The point, when there is only one. */
	only?: MapPoint;
}

export interface ClusterIndex {
	/** Points and clusters within `bounds` at a web map zoom, in a fixed order (north to south). */
	at(bounds: GeoBounds, zoom: number): (MapPoint | MapCluster)[];
}

/** Distance in pixels within which points become one cluster. */
const radius = 36;

/**
 * The last zoom with clusters: beyond what the map of the browser can reach, so that points in the same
 * place always are one mark that counts them all.
 */
const lastClusterZoom = 13;
/** The map is never shown smaller than this. */
const firstClusterZoom = 4;

/**
 * Clusters points for whole zooms of a web map, each when it is first asked for. The same points in any
 * order give the same clusters, and every point is counted in exactly one of them.
 */
export function createClusterIndex(points: readonly MapPoint[]): ClusterIndex {
	const ordered = points.toSorted((a, b) => a.id - b.id);
	const levels = new Map<number, Level>();
	return {
		at({ west, south, east, north }, zoom) {
			const whole = Math.max(firstClusterZoom, Math.min(lastClusterZoom, Math.floor(zoom)));
			const level = levels.get(whole) ?? clusterLevel(ordered, whole);
			levels.set(whole, level);
			return level
				.getClusters([west, south, east, north], whole)
				.map(({ properties, geometry }): MapPoint | MapCluster => {
					const [lon = 0, lat = 0] = geometry.coordinates;
					if ('cluster' in properties) return toCluster(lat, lon, properties);
					return properties.only ?? toCluster(lat, lon, properties.summary);
				})
				.toSorted((a, b) => b.lat - a.lat || a.lon - b.lon);
		}
	};
}

type Level = Supercluster<Bucket, Summary>;

/** The clusters of one zoom. Bucketing first makes 66,000 points as quick as some thousands. */
function clusterLevel(ordered: readonly MapPoint[], zoom: number): Level {
	const level: Level = new Supercluster({
		radius,
		// 256-pixel tiles, so that zooms are Leaflet's.
		extent: 256,
		minZoom: zoom,
		maxZoom: zoom,
		map: ({ summary }) => ({ ...summary }),
		reduce: addInto
	});
	level.load(
		bucketise(ordered, zoom).map((bucket) => {
			const { west, south, east, north } = bucket.summary;
			const coordinates = [(west + east) / 2, (south + north) / 2];
			return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: bucket };
		})
	);
	return level;
}

/** Puts points in squares of a quarter of the radius, in the order in which the squares first occur. */
function bucketise(points: readonly MapPoint[], zoom: number): Bucket[] {
	const buckets = new Map<number, Bucket>();
	const degrees = ((radius / 4) * 360) / (256 * 2 ** zoom);
	for (const point of points) {
		const { lon, lat, status } = point;
		// At this latitude a degree to the north is about 1.6 times as long on the map.
		const key = Math.floor(lon / degrees) * 1e6 + Math.floor((lat * 1.6) / degrees);
		const bucket = buckets.get(key);
		if (bucket) {
			addPoint(bucket.summary, point);
			delete bucket.only;
		} else {
			const place = { west: lon, south: lat, east: lon, north: lat };
			buckets.set(key, { summary: { ...noPoints, [status]: 1, ...place }, only: point });
		}
	}
	return [...buckets.values()];
}

const noPoints = Object.fromEntries(pointStatuses.map((status) => [status, 0])) as Record<
	PointStatus,
	number
>;

function addPoint(sum: Summary, { lon, lat, status }: MapPoint): void {
	sum[status] += 1;
	sum.west = Math.min(sum.west, lon);
	sum.south = Math.min(sum.south, lat);
	sum.east = Math.max(sum.east, lon);
	sum.north = Math.max(sum.north, lat);
}

/** supercluster wants the first summary changed in place. */
function addInto(sum: Summary, other: Readonly<Summary>): void {
	for (const status of pointStatuses) sum[status] += other[status];
	sum.west = Math.min(sum.west, other.west);
	sum.south = Math.min(sum.south, other.south);
	sum.east = Math.max(sum.east, other.east);
	sum.north = Math.max(sum.north, other.north);
}

function toCluster(lat: number, lon: number, summary: Summary): MapCluster {
	const { west, south, east, north } = summary;
	const counts = pointStatuses.map((status) => [status, summary[status]] as const);
	const mix: StatusMix = Object.fromEntries(counts.filter(([, number]) => number > 0));
	const count = counts.reduce((sum, [, number]) => sum + number, 0);
	return { lat, lon, count, mix, bounds: { west, south, east, north } };
}

/** The web map zoom (256-pixel tiles) at which the whole frame is `pixels` wide. */
export function zoomOfWidth(pixels: number): number {
	const [west] = unproject(frame.minX, 0);
	const [east] = unproject(frame.maxX, 0);
	return Math.log2((pixels / (east - west)) * (360 / 256));
}
