import { boxOf, formatPath } from '#lib/base/map/path.ts';
import { project } from '#lib/base/map/projection.ts';
import { labelPoint } from '#lib/base/map/rings.ts';
import type { BoundaryShape } from '#lib/base/map/types.ts';
import { readProvinces, type ProvinceLand } from './province-outlines.ts';
import type { Shape } from './simplify.ts';
import { divideProvince, type Site } from './voronoi-cells.ts';

export interface MunicipalityCentre {
	code: string;
	/** CBS code of the province: PV20 … PV31. */
	provinceCode: string;
	lat: number;
	lon: number;
}

/** The shapes of one boundary set. */
export interface BoundaryShapes {
	municipalities: BoundaryShape[];
	provinces: BoundaryShape[];
}

/** What a page, file or image with the schematic map says about it. */
export const schematicAttribution =
	'Schematische kaart. Provinciegrenzen: MapSVG via @svg-maps/netherlands (CC BY 4.0), bewerkt';

/**
 * Returns a function that draws the schematic map for a list of municipalities. It
 * remembers what it did per province, because successive years share most of their provinces.
 */
export function createSchematicMapper(): (
	centres: readonly MunicipalityCentre[]
) => BoundaryShapes {
	const lands = readProvinces();
	const provinces = lands.map((land) =>
		toShape({ code: land.provinceCode, rings: land.pieces.flat() })
	);
	const remembered = new Map<string, BoundaryShape[]>();

	return (centres) => {
		const municipalities = lands.flatMap((land) => {
			const own = centres.filter((centre) => centre.provinceCode === land.provinceCode);
			const key = JSON.stringify([land.provinceCode, own.map((c) => [c.code, c.lat, c.lon])]);
			const shapes = remembered.get(key) ?? divide(own, land);
			remembered.set(key, shapes);
			return shapes;
		});
		if (municipalities.length !== centres.length) throw new Error(describeStrays(centres, lands));
		return { municipalities, provinces };
	};
}

function divide(centres: readonly MunicipalityCentre[], land: ProvinceLand): BoundaryShape[] {
	if (centres.length === 0) return [];
	const sites = centres.map(({ code, lon, lat }): Site => ({ code, at: project(lon, lat) }));
	return divideProvince(sites, land.pieces).map(toShape);
}

/** The row of `municipality_boundary` or `province_boundary` for one shape. */
export function toShape({ code, rings }: Shape): BoundaryShape {
	if (rings.length === 0) throw new Error(`No land is left for ${code}`);
	const [labelX, labelY] = labelPoint(rings);
	return { code, path: formatPath(rings), ...boxOf(rings), labelX, labelY };
}

function describeStrays(centres: readonly MunicipalityCentre[], lands: readonly ProvinceLand[]) {
	const known = new Set(lands.map((land) => land.provinceCode));
	const strays = centres.filter((centre) => !known.has(centre.provinceCode));
	return `No outline for the province of: ${strays.map((s) => `${s.code} (${s.provinceCode})`).join(', ')}`;
}
