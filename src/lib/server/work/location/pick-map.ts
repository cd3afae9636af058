import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { mapAttribution } from '#lib/base/map/attribution.ts';
import { boundsOf } from '#lib/base/map/projection.ts';
import type { BoundaryShape, Box, GeoBounds } from '#lib/base/map/types.ts';
import { element } from '#lib/base/map/xml.ts';
import { detailFrame } from '#lib/network/dossier/detail-frame.ts';
import { findGeometry } from '#lib/server/base/map/find-geometry.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findFirstPlace } from '#lib/server/work/update/first-place.ts';
import type { KnownTown, PickMapData } from '#lib/work/location/pick-place.ts';

/** Degrees around the drawing in which a town can be the nearest of a place at its edge. */
const AROUND = 0.15;

/**
 * The map on which a location is put: its municipality of today with what is around it, and the middle
 * of `town` to begin with. Null when no boundaries are loaded.
 */
export async function readPickMap(
	db: Kysely<DB>,
	pointId: number,
	town: string,
	today: Day
): Promise<PickMapData | null> {
	const [geometry, municipality] = await Promise.all([
		findGeometry(db, today),
		findMunicipality(db, pointId, today)
	]);
	const own = geometry?.cells.find(({ code }) => code === municipality?.code);
	if (!geometry || !municipality || !own) return null;
	const frame = detailFrame([own]);
	const bounds = boundsOf(frame);
	const [towns, start] = await Promise.all([
		listTowns(db, municipality.code, bounds, today),
		findFirstPlace(db, municipality, town, today)
	]);
	return {
		svg: drawFrame(geometry.cells, own, frame),
		...{ bounds, towns, attribution: mapAttribution(geometry) },
		start: { lat: start.lat, lon: start.lon },
		town: start.locationPrecision === 'town' ? town.trim() : null
	};
}

/** Where the point stands today, or stood last. */
const findMunicipality = (db: Kysely<DB>, pointId: number, today: Day) =>
	db
		.selectFrom('informationPointPeriod as period')
		.innerJoin('municipality', 'municipality.code', 'period.municipalityCode')
		.select(['municipality.code', 'municipality.lat', 'municipality.lon'])
		.where('period.informationPointId', '=', pointId)
		.where('period.validFrom', '<=', today)
		.orderBy('period.validFrom', 'desc')
		.executeTakeFirst();

async function listTowns(
	db: Kysely<DB>,
	municipality: string,
	{ west, south, east, north }: GeoBounds,
	today: Day
): Promise<KnownTown[]> {
	const { rows } = await sql<KnownTown>`
		select place.name, place.lat, place.lon, place.inhabitants, municipality.name as municipality,
			municipality.code = ${municipality} as own
		from place join place_municipality lies on lies.place_id = place.id
			join municipality on municipality.code = lies.municipality_code
		where lies.valid_from <= ${today} and ${today} < lies.valid_to
			and place.lat between ${south - AROUND} and ${north + AROUND}
			and place.lon between ${west - AROUND} and ${east + AROUND}
		order by place.inhabitants desc, place.id`.execute(db);
	return rows;
}

/** Only for the eye: what it shows is told by the form. */
function drawFrame(cells: readonly BoundaryShape[], own: BoundaryShape, frame: Box): string {
	const { minX, minY, maxX, maxY } = frame;
	const shapes = cells
		.filter((cell) => cell !== own && overlaps(cell, frame))
		.map(({ path }) => element('path', { class: 'pick-other', d: path }));
	const outline = element('path', { class: 'pick-own', d: own.path });
	return element(
		'svg',
		{
			...{ xmlns: 'http://www.w3.org/2000/svg', class: 'map-drawing', 'aria-hidden': 'true' },
			...{ viewBox: `${minX} ${minY} ${maxX - minX} ${maxY - minY}`, focusable: 'false' },
			'fill-rule': 'evenodd'
		},
		[...shapes, outline].join('')
	);
}

const overlaps = (a: Box, b: Box) =>
	a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;
