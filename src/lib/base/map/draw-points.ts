import type { MapDrawing } from './draw-map.ts';
import { isShown } from './layers.ts';
import { clusterRadius, markAttributes } from './mark.ts';
import { inks, pointFills } from './palette.ts';
import type { Painter } from './patterns.ts';
import { project } from './projection.ts';
import { mixRing, pointShape } from './shapes.ts';
import { entriesOf, isCluster, openIn } from './status-mix.ts';
import type { MapCluster, MapPoint } from './types.ts';
import { element, escapeXml } from './xml.ts';

/** In map units at the scale of the whole country. */
const pointRadius = 5.5;

/**
 * Points as shapes and clusters as rings of their mix with the number inside. A point whose layer is
 * off is left out; a cluster is drawn when any of its points is in a layer that is on.
 */
export function drawPoints(
	{ points, layers, links, texts }: MapDrawing,
	painter: Painter,
	scale: number
): string {
	const drawn = points.map((item) => {
		if (isCluster(item)) {
			const visible = entriesOf(item.mix).some(([status]) => isShown(status, layers));
			return visible ? drawCluster(item, texts.cluster(item.count, item.mix), painter, scale) : '';
		}
		return isShown(item.status, layers) ? drawPoint(item, links.point, painter, scale) : '';
	});
	return element('g', { class: 'map-points' }, drawn.join(''));
}

function drawPoint(
	point: MapPoint,
	href: ((id: number) => string) | undefined,
	painter: Painter,
	scale: number
): string {
	const [x, y] = project(point.lon, point.lat);
	const shape = element('path', {
		...markAttributes(point.status, painter, 1.4 * scale),
		d: pointShape(point.status, x, y, pointRadius * scale)
	});
	const titled = element('title', {}, escapeXml(point.label)) + shape;
	if (painter === 'attributes' || !href) return element('g', {}, titled);
	return element('a', { href: href(point.id), 'data-point': point.id }, titled);
}

function drawCluster(cluster: MapCluster, label: string, painter: Painter, scale: number): string {
	const [x, y] = project(cluster.lon, cluster.lat).map((value) => Math.round(value * 10) / 10);
	const radius = clusterRadius(cluster.count) * scale;
	const onPage = painter === 'classes';
	const parts = mixRing(cluster.mix, x ?? 0, y ?? 0, radius).map(({ status, path }) =>
		element('path', {
			d: path,
			fill: 'none',
			'stroke-width': 3.6 * scale,
			...(onPage ? { class: `ring-${status}` } : { stroke: pointFills[status] })
		})
	);
	const disc = onPage ? { class: 'cluster-disc' } : { fill: inks.paper, stroke: inks.paper };
	const text = element(
		'text',
		{
			x,
			y,
			'text-anchor': 'middle',
			'dominant-baseline': 'central',
			'font-size': 10 * scale,
			'font-weight': 'bold',
			...(onPage ? {} : { fill: inks.text })
		},
		String(openIn(cluster.mix))
	);
	return element(
		'g',
		{ class: onPage ? 'cluster' : undefined },
		element('title', {}, escapeXml(label)) +
			element('circle', { cx: x, cy: y, r: radius + 2.6 * scale, ...disc }) +
			parts.join('') +
			text
	);
}
