import type * as Leaflet from 'leaflet';
import { clusterRadius, markAttributes } from './mark.ts';
import { mixRing, pointShape } from './shapes.ts';
import { openIn } from './status-mix.ts';
import type { PointStatus, StatusMix } from './types.ts';
import { element } from './xml.ts';

/** Side of a marker in pixels: the least that WCAG 2.5.8 asks of a target. */
const side = 24;

/** The icon of a point: its shape, in a square large enough to hit, named for assistive technology. */
export function pointIcon(L: typeof Leaflet, status: PointStatus, label: string) {
	const shape = element('path', {
		...markAttributes(status, 'classes', 1.5),
		d: pointShape(status, side / 2, side / 2, 7)
	});
	return namedIcon(L, svg(side, shape), side, 'map-marker', label);
}

/** The icon of a cluster: the ring of its mix around the number that is open. */
export function clusterIcon(L: typeof Leaflet, count: number, mix: StatusMix, label: string) {
	const radius = clusterRadius(count) + 3;
	const size = Math.ceil(radius * 2 + 8);
	const middle = size / 2;
	const ring = mixRing(mix, middle, middle, radius).map(({ status, path }) =>
		element('path', { d: path, fill: 'none', 'stroke-width': 4.5, class: `ring-${status}` })
	);
	const disc = { cx: middle, cy: middle, r: radius + 3, class: 'cluster-disc' };
	const text = {
		x: middle,
		y: middle,
		'text-anchor': 'middle',
		'dominant-baseline': 'central',
		'font-size': 12,
		'font-weight': 'bold'
	};
	const content =
		element('circle', disc) + ring.join('') + element('text', text, String(openIn(mix)));
	return namedIcon(L, svg(size, content), size, 'map-marker cluster', label);
}

const svg = (size: number, content: string) =>
	element('svg', { width: size, height: size, 'aria-hidden': 'true', focusable: 'false' }, content);

/** Leaflet names image icons only (Leaflet #8113); this names every element that it makes. */
function namedIcon(
	L: typeof Leaflet,
	html: string,
	size: number,
	className: string,
	label: string
): Leaflet.DivIcon {
	const icon = L.divIcon({ html, className, iconSize: [size, size] });
	const create = icon.createIcon.bind(icon);
	icon.createIcon = (old) => {
		const made = create(old);
		made.setAttribute('aria-label', label);
		return made;
	};
	return icon;
}
