import polygonClipping, { type Polygon } from 'polygon-clipping';
import { roundRing } from '#lib/base/map/rings.ts';
import type { BoundaryShape } from '#lib/base/map/types.ts';
import type { OfficialArea } from './read-official.ts';
import { toShape, type BoundaryShapes } from './schematic.ts';
import { simplifyShapes, type Shape } from './simplify.ts';

export interface KnownMunicipality {
	code: string;
	name: string;
	provinceCode: string;
}

export interface Matching {
	/** Municipalities that the file does not have: with any of these nothing can be loaded. */
	missing: KnownMunicipality[];
	/** Codes of the file that do not exist on the day: they are left out. */
	unknown: string[];
}

/** Compares the codes of a file with the municipalities of a day. */
export function matchCodes(
	areas: readonly OfficialArea[],
	municipalities: readonly KnownMunicipality[]
): Matching {
	const inFile = new Set(areas.map((area) => area.code));
	const onDay = new Set(municipalities.map((municipality) => municipality.code));
	return {
		missing: municipalities.filter(({ code }) => !inFile.has(code)),
		unknown: [...inFile].filter((code) => !onDay.has(code)).sort()
	};
}

/**
 * Official areas as the map stores them: whole map units, borders simplified once for both sides, and
 * provinces made of their municipalities.
 */
export function drawOfficial(
	areas: readonly OfficialArea[],
	municipalities: readonly KnownMunicipality[]
): BoundaryShapes {
	const provinceOf = new Map(municipalities.map((m) => [m.code, m.provinceCode]));
	const known = areas.filter((area) => provinceOf.has(area.code));
	const shapes = simplifyShapes(known, { bend: 1.5, ring: 4, edge: Infinity, near: 0.2 });
	const provinces = Map.groupBy(shapes, (shape) => provinceOf.get(shape.code) ?? '');
	return {
		municipalities: shapes.map(toShape),
		provinces: [...provinces].map(([code, members]): BoundaryShape => toShape(join(code, members)))
	};
}

function join(code: string, members: readonly Shape[]): Shape {
	// Rings of one municipality follow the even-odd rule, so they are combined before the union.
	const parts = members.map(({ rings }) => {
		const [first, ...rest] = rings.map((ring): Polygon => [ring.map(([x, y]) => [x, y])]);
		return first ? polygonClipping.xor(first, ...rest) : [];
	});
	const [first = [], ...rest] = parts;
	const rings = polygonClipping.union(first, ...rest).flatMap((piece) => piece.map(roundRing));
	return { code, rings: rings.filter((ring) => ring.length > 0) };
}
