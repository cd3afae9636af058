import polygonClipping from 'polygon-clipping';
import type { Position } from '#lib/base/map/projection.ts';
import { ringArea, roundRing } from '#lib/base/map/rings.ts';
import { readPackageOutlines } from './package-outlines.ts';
import { simplifyShapes, type Shape } from './simplify.ts';

/** One piece of land: its coast or border first, then its holes. */
export type Piece = Position[][];

export interface ProvinceLand {
	provinceCode: string;
	pieces: Piece[];
}

/** Land or water smaller than this (square units, each about 0.1 km²) is not drawn. */
const smallest = 20;

/**
 * The provinces in whole map units, in pieces of connected land. Dams and dikes are narrower than
 * the welding distance: they vanish, and what they tied together becomes separate pieces.
 */
export function readProvinces(): ProvinceLand[] {
	const shapes: Shape[] = readPackageOutlines().map((outline) => ({
		code: outline.provinceCode,
		rings: outline.rings
	}));
	const simple = simplifyShapes(shapes, { bend: 3, ring: smallest, edge: 9, near: 1.8 });
	return simple.map(({ code, rings }) => ({ provinceCode: code, pieces: separate(rings) }));
}

/** Even-odd rings to pieces without overlap; what is left of welded strips falls away. */
function separate(rings: Shape['rings']): Piece[] {
	const [first, ...rest] = rings.map((ring) => [ring.map(([x, y]): [number, number] => [x, y])]);
	if (!first) return [];
	const large = (ring: readonly Position[]) => Math.abs(ringArea(ring)) >= smallest;
	return polygonClipping
		.xor(first, ...rest)
		.filter(([outer]) => outer && large(roundRing(outer)))
		.map((piece) => piece.map(roundRing).filter(large));
}
