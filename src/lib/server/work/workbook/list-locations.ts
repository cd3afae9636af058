import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The locations of these libraries today, by library and name. */
export async function listLocations(db: Kysely<DB>, libraryIds: readonly number[], today: Day) {
	if (libraryIds.length === 0) return [];
	return db
		.selectFrom('informationPointPeriod as period')
		.innerJoin('informationPoint as point', 'point.id', 'period.informationPointId')
		.innerJoin('library', 'library.id', 'period.libraryId')
		.leftJoin('municipality', 'municipality.code', 'period.municipalityCode')
		.select(['point.id', 'point.name', 'point.town', 'point.locationType', 'point.serviceVariant'])
		.select(['period.libraryId', 'library.name as libraryName'])
		.select('municipality.name as municipalityName')
		.where('period.libraryId', 'in', libraryIds)
		.where('period.validFrom', '<=', today)
		.where('period.validTo', '>', today)
		.orderBy('library.name')
		.orderBy('point.name')
		.orderBy('point.id')
		.execute();
}
