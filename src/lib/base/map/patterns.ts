import { cellClasses, cellPaints, inks, type Texture } from './palette.ts';
import type { CellClass } from './types.ts';
import { element } from './xml.ts';

/**
 * What the attributes of a painted thing are: classes on the page (colours in map.css), or colours
 * in a file that must stand on its own.
 */
export type Painter = 'classes' | 'attributes';

/** Side of a pattern tile in map units. */
const tile = 8;

/** Strokes (M…) and spots ([x, y]) of each texture within one tile. */
const textures: Record<Texture, { lines?: string; width?: number; spots?: [number, number][] }> = {
	plain: {},
	hatch: { lines: 'M-2 2l4-4M0 8l8-8M6 10l4-4', width: 1.6 },
	'hatch-back': { lines: 'M-2 6l4 4M0 0l8 8M6-2l4 4', width: 0.9 },
	stripes: { lines: 'M0 2h8M0 6h8', width: 1.3 },
	grid: { lines: 'M0 4h8M4 0v8', width: 1 },
	dots: {
		spots: [
			[2, 2],
			[6, 6],
			[2, 6],
			[6, 2]
		]
	},
	'dots-sparse': {
		spots: [
			[2, 2],
			[6, 6]
		]
	},
	lines: { lines: 'M4 0v8', width: 0.9 },
	'lines-dense': { lines: 'M2 0v8M6 0v8', width: 1.1 },
	crosses: { lines: 'M1 1l3 3M4 1l-3 3M5 5l3 3M8 5l-3 3', width: 0.7 }
};

const isPlain = (cls: CellClass) => cellPaints[cls].texture === 'plain';

/** The `fill` of a cell of this class; undefined when its colour comes from its CSS class alone. */
export function cellFill(prefix: string, cls: CellClass, painter: Painter): string | undefined {
	if (!isPlain(cls)) return `url(#${prefix}-${cls})`;
	return painter === 'classes' ? undefined : cellPaints[cls].fill;
}

/** Class and fill of a cell; without a class it is bare land. The browser repaints with it too. */
export function cellAttributes(id: string, cls: CellClass | undefined, painter: Painter) {
	if (painter === 'classes') {
		const fill = cls && cellFill(id, cls, painter);
		return { class: fill ? 'cell' : `cell cell-${cls ?? 'off'}`, fill };
	}
	return { fill: cls ? cellFill(id, cls, painter) : inks.off };
}

/**
 * The patterns of all classes, for `<defs>`; their ids begin with `prefix`. `scale` is the size of the
 * part shown relative to the whole country, so that textures stay as fine in a detail.
 */
export function patternDefinitions(prefix: string, painter: Painter, scale = 1): string {
	return cellClasses
		.filter((cls) => !isPlain(cls))
		.map((cls) => pattern(prefix, cls, painter, scale))
		.join('');
}

function pattern(prefix: string, cls: CellClass, painter: Painter, scale: number): string {
	const { fill, ink, texture } = cellPaints[cls];
	const { lines, width, spots = [] } = textures[texture];
	const onPage = painter === 'classes';
	const ground = onPage ? { class: `cell-${cls}` } : { fill };
	const stroke = onPage ? { class: `ink-${cls}` } : { stroke: ink };
	const spot = onPage ? { class: `spot-${cls}` } : { fill: ink };
	const drawn = [
		element('rect', { width: tile, height: tile, ...ground }),
		lines ? element('path', { d: lines, fill: 'none', 'stroke-width': width, ...stroke }) : '',
		...spots.map(([cx, cy]) => element('circle', { cx, cy, r: 0.9, ...spot }))
	];
	return element(
		'pattern',
		{
			id: `${prefix}-${cls}`,
			width: tile,
			height: tile,
			patternUnits: 'userSpaceOnUse',
			patternTransform: scale === 1 ? undefined : `scale(${Math.round(scale * 1000) / 1000})`
		},
		drawn.join('')
	);
}
