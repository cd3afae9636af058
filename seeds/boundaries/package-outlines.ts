import map from '@svg-maps/netherlands';
import { land, project, type Position } from '#lib/base/map/projection.ts';

/** CBS codes of the provinces by the identifiers of the package. */
const provinceCodes: Record<string, string> = {
	gr: 'PV20',
	fr: 'PV21',
	dr: 'PV22',
	ov: 'PV23',
	fl: 'PV24',
	ge: 'PV25',
	ut: 'PV26',
	nh: 'PV27',
	zh: 'PV28',
	ze: 'PV29',
	nb: 'PV30',
	li: 'PV31'
};

export interface Outline {
	provinceCode: string;
	rings: Position[][];
}

/** The twelve outlines of `@svg-maps/netherlands`, moved to map units (not rounded). */
export function readPackageOutlines(): Outline[] {
	const outlines = map.locations.map(({ id, path }) => {
		const provinceCode = provinceCodes[id];
		if (!provinceCode) throw new Error(`Unknown province in @svg-maps/netherlands: ${id}`);
		return { provinceCode, rings: readRings(path) };
	});
	return fitToLand(outlines);
}

/** The package writes `m x,y dx,dy … z` with relative steps only. */
function readRings(path: string): Position[][] {
	const rings: Position[][] = [];
	let [x, y] = [0, 0];
	for (const part of path.split(/z\s*/).filter((text) => text.trim() !== '')) {
		const numbers = [...part.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(Number);
		const ring: Position[] = [];
		for (let i = 0; i + 1 < numbers.length; i += 2) {
			x += numbers[i] ?? 0;
			y += numbers[i + 1] ?? 0;
			ring.push([x, y]);
		}
		[x, y] = ring[0] ?? [x, y];
		rings.push(ring);
	}
	return rings;
}

/** Stretches the outlines so that their own bounding box becomes that of the country. */
function fitToLand(outlines: Outline[]): Outline[] {
	const points = outlines.flatMap(({ rings }) => rings.flat());
	const xs = points.map((p) => p[0]);
	const ys = points.map((p) => p[1]);
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	const [west, north] = project(land.west, land.north);
	const [east, south] = project(land.east, land.south);
	const fit = ([x, y]: Position): Position => [
		west + ((x - left) / (right - left)) * (east - west),
		north + ((y - top) / (bottom - top)) * (south - north)
	];
	return outlines.map(({ provinceCode, rings }) => ({
		provinceCode,
		rings: rings.map((ring) => ring.map(fit))
	}));
}
