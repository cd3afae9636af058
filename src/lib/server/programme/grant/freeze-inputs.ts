import { sql, type Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { awardCents, countedUnits } from '#lib/programme/grant/award.ts';
import type { FrozenInputs, FrozenMunicipality } from '#lib/programme/grant/course.ts';
import { referenceDay } from '#lib/programme/grant/grant.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { areaHolds, counted } from './counted.ts';
import { listGrantRates } from './queries.ts';

/** What decisions of this moment are computed from; null when the scheme has no amount for the year. */
export async function freezeInputs(
	trx: Transaction<DB>,
	libraryIds: readonly number[],
	{ scheme, year }: { scheme: string; year: number }
): Promise<Map<number, FrozenInputs> | null> {
	const rates = await listGrantRates(trx, null);
	const rate = rates.find((one) => one.scheme === scheme && one.year === year);
	if (!rate) return null;
	const referenceOn = referenceDay(rate);
	const areas = await listWorkAreas(trx, libraryIds, referenceOn);
	return new Map(
		libraryIds.map((id) => {
			const area = areas.get(id) ?? [];
			const parts = area.map(({ inhabitants, shareUnits }) => ({
				inhabitants: inhabitants ?? 0,
				shareUnits
			}));
			const isKnown = area.length > 0 && area.every(({ inhabitants }) => inhabitants !== null);
			const computedCents =
				rate.fixedCents ??
				(isKnown ? awardCents(rate.centsPerInhabitant ?? 0, countedUnits(parts)) : null);
			return [id, { rateId: rate.id, referenceOn, area, computedCents }];
		})
	);
}

async function listWorkAreas(
	trx: Transaction<DB>,
	libraryIds: readonly number[],
	day: Day
): Promise<Map<number, FrozenMunicipality[]>> {
	const { rows } = await sql<FrozenMunicipality & { libraryId: number }>`
		with ${counted([day])}
		select area.library_id, municipality.code, municipality.name, counted.inhabitants,
			round(area.share * 10000)::int as share_units
		from asked
		join library_municipality area on area.library_id = any (${[...libraryIds]}) and ${areaHolds}
		join municipality on municipality.code = area.municipality_code
		left join counted on counted.day = asked.day and counted.municipality_code = area.municipality_code
		order by municipality.name`.execute(trx);
	return new Map(
		[...Map.groupBy(rows, ({ libraryId }) => libraryId)].map(([id, areas]) => [
			id,
			areas.map(({ libraryId: _, ...area }) => area)
		])
	);
}
