import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { BoundaryShape, MapGeometry } from '#lib/base/map/types.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

const SHAPE = ['path', 'labelX', 'labelY', 'minX', 'minY', 'maxX', 'maxY'] as const;
/** Sets are few and do not change without another hash; this many stay in memory. */
const MOST_KEPT = 12;

/** Per database handle, the geometry by set and hash; a handle that is gone takes its entries along. */
const kept = new WeakMap<Kysely<DB>, Map<string, MapGeometry>>();

/** The boundaries that hold on `day`; undefined when none are loaded. */
export async function findGeometry(db: Kysely<DB>, day: Day): Promise<MapGeometry | undefined> {
	const set = await db
		.selectFrom('boundarySet')
		.select(['id', 'kind', 'attribution', 'contentHash'])
		.where('validFrom', '<=', day)
		.where('validTo', '>', day)
		.orderBy('validFrom', 'desc')
		.executeTakeFirst();
	if (!set) return undefined;
	const sets = kept.get(db) ?? new Map<string, MapGeometry>();
	kept.set(db, sets);
	const key = `${set.id} ${set.contentHash}`;
	const known = sets.get(key);
	if (known) return known;
	const [cells, provinces] = await Promise.all([readCells(db, set.id), readProvinces(db, set.id)]);
	const geometry: MapGeometry = {
		boundarySet: set.id,
		kind: set.kind === 'official' ? 'official' : 'schematic',
		attribution: set.attribution,
		cells,
		provinces
	};
	if (sets.size >= MOST_KEPT) sets.clear();
	sets.set(key, geometry);
	return geometry;
}

function readCells(db: Kysely<DB>, set: number): Promise<BoundaryShape[]> {
	return db
		.selectFrom('municipalityBoundary')
		.select(['municipalityCode as code', ...SHAPE])
		.where('boundarySetId', '=', set)
		.orderBy('municipalityCode')
		.execute();
}

function readProvinces(db: Kysely<DB>, set: number): Promise<BoundaryShape[]> {
	return db
		.selectFrom('provinceBoundary')
		.select(['provinceCode as code', ...SHAPE])
		.where('boundarySetId', '=', set)
		.orderBy('provinceCode')
		.execute();
}
