import type { Kysely, Transaction } from 'kysely';
import { FOREVER, type Day } from '#lib/base/day/day.ts';
import type { Seat, SeatPeriod } from '#lib/network/trait/seat.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The periods of a point, the first one first. */
export async function listPeriods(db: Kysely<DB>, pointId: number): Promise<SeatPeriod[]> {
	return db
		.selectFrom('informationPointPeriod')
		.select(['libraryId as library', 'municipalityCode as municipality'])
		.select(['validFrom as from', 'validTo as to'])
		.where('informationPointId', '=', pointId)
		.orderBy('validFrom')
		.execute();
}

/** Ends the last period of a point and begins one elsewhere. */
export async function cutPeriods(
	trx: Transaction<DB>,
	pointId: number,
	{ library, municipality }: Pick<Seat, 'library' | 'municipality'>,
	movedOn: Day
): Promise<void> {
	await trx
		.updateTable('informationPointPeriod')
		.set({ validTo: movedOn })
		.where('informationPointId', '=', pointId)
		.where('validTo', '=', FOREVER)
		.execute();
	await insertPeriods(trx, pointId, [{ library, municipality, from: movedOn, to: FOREVER }]);
}

/** Puts the periods of a point back to what they were before a move. */
export async function restorePeriods(
	trx: Transaction<DB>,
	pointId: number,
	periods: readonly SeatPeriod[]
): Promise<void> {
	await trx
		.deleteFrom('informationPointPeriod')
		.where('informationPointId', '=', pointId)
		.execute();
	await insertPeriods(trx, pointId, periods);
}

async function insertPeriods(
	trx: Transaction<DB>,
	pointId: number,
	periods: readonly SeatPeriod[]
): Promise<void> {
	await trx
		.insertInto('informationPointPeriod')
		.values(
			periods.map(({ library, municipality, from, to }) => ({
				...{ informationPointId: pointId, libraryId: library, municipalityCode: municipality },
				...{ validFrom: from, validTo: to }
			}))
		)
		.execute();
}
