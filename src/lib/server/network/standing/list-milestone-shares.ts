import { sql, type Kysely } from 'kysely';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import {
	SERVICE_AREA_COLUMNS,
	sharesPerMunicipality,
	type ServiceAreaColumn,
	type ServiceAreas
} from '#lib/ledger/milestone-states/municipality-shares.ts';
import { municipalityCode } from '#lib/ledger/point-states/codes.ts';
import { columnsOf } from '#lib/ledger/point-states/columns.ts';
import { libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';
import { readProgress } from '#lib/server/ledger/milestone-states/read-progress.ts';
import {
	integersOf,
	selectColumns,
	toNumbers,
	type ColumnValues
} from '#lib/server/platform/db/number-columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

interface ShareRow {
	municipalityCode: string;
	share: number;
}

/**
 * Milestones done per municipality, 0–1: the average of its libraries, each by its share. For these
 * municipalities only, or for all of the country.
 */
export async function listMilestoneShares(
	db: Kysely<DB>,
	where: Where,
	codes: readonly string[] | null
): Promise<ShareRow[]> {
	const [areas, progress] = await Promise.all([
		readServiceAreas(db, where, codes),
		readProgress(db, where)
	]);
	return [...sharesPerMunicipality(areas, progress)].map(([municipality, share]) => {
		return { municipalityCode: municipalityCode(municipality), share };
	});
}

/** Which libraries active on D serve these municipalities (null: all) on D. */
async function readServiceAreas(
	db: Kysely<DB>,
	where: Where,
	codes: readonly string[] | null
): Promise<ServiceAreas> {
	// In one order, so that the same numbers are added up to the same last digit.
	const query = sql<Record<ServiceAreaColumn, Buffer | null>>`
		select ${selectColumns(SERVICE_AREA_COLUMNS, VALUES)} from (
			select area.* from library_municipality area
				join library on library.id = area.library_id and ${libraryIsActive(where)}
			where ${holdsOnDay('area', where)}
				and ${codes ? sql`area.municipality_code = any (${[...codes]})` : sql`true`}
			order by area.library_id
		) area`;
	const row = (await query.execute(db)).rows[0]!;
	return columnsOf(SERVICE_AREA_COLUMNS, (name) => toNumbers(row[name]));
}

const VALUES: ColumnValues<ServiceAreaColumn> = {
	municipality: integersOf(sql`right(area.municipality_code, 4)::int`),
	libraryId: integersOf(sql.ref('area.library_id')),
	share: integersOf(sql`(area.share * 10000)::int`)
};

/** The same municipalities with `milestonesShare`, when they were read without. */
export async function withMilestoneShares(
	db: Kysely<DB>,
	where: Where,
	standings: readonly MunicipalityStanding[]
): Promise<MunicipalityStanding[]> {
	if (standings.length === 0) return [];
	const codes = standings.map(({ code }) => code);
	const shares = await listMilestoneShares(db, where, codes);
	const shareOf = new Map(shares.map((row) => [row.municipalityCode, row.share]));
	return standings.map((standing) => ({
		...standing,
		milestonesShare: shareOf.get(standing.code) ?? null
	}));
}
