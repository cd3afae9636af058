import { sql, type Kysely } from 'kysely';
import { rolloutStatus, type RolloutFacts } from '#lib/base/status/rollout-status.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import { municipalityNumber } from '#lib/ledger/point-states/codes.ts';
import { standingOf, type PlaceStanding } from '#lib/ledger/point-states/place-standings.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readPlaceStandings } from '#lib/server/ledger/point-states/select-states.ts';
import { libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { listMilestoneShares } from './list-milestone-shares.ts';
import { listMunicipalities, type MunicipalityRow } from './list-municipalities.ts';
import { holdsOnDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import { precisionPart, readOpeningPrecision } from './opening-precision.ts';

export interface MunicipalityStandingOptions {
	/** Also read its libraries; `libraries` is empty without. True when absent. */
	libraries?: boolean;
	/** Also read the milestones; `milestonesShare` is null without. True when absent. */
	milestones?: boolean;
}

/**
 * Every municipality that exists on D, by name, as it stands on (D, K), as far as the filters (but
 * status) let it through. A point counts where it stands, whichever library runs it. Inhabitants are those of the
 * borders that hold on D, counted on the reference date nearest to D.
 */
export async function listMunicipalityStandings(
	db: Kysely<DB>,
	where: Where,
	{ libraries = true, milestones = true }: MunicipalityStandingOptions = {}
): Promise<MunicipalityStanding[]> {
	const [rows, perMunicipality, areas, shares, precision] = await Promise.all([
		listMunicipalities(db, where),
		readPlaceStandings(db, where, 'municipality'),
		libraries ? listAreas(db, where) : [],
		milestones ? listMilestoneShares(db, where, null) : [],
		readOpeningPrecision(db, where)
	]);
	const areasOf = Map.groupBy(areas, (area) => area.municipalityCode);
	const shareOf = new Map(shares.map((row) => [row.municipalityCode, row.share]));
	const standings = rows.map((row) =>
		toStanding(row, standingOf(perMunicipality, municipalityNumber(row.code)), where)
	);
	return standings.map((row) => ({
		...row,
		...precisionPart(precision.ofMunicipality(row.code, row.openedOn)),
		libraries: (areasOf.get(row.code) ?? []).map(({ id, slug, name, share }) => {
			return { id, slug, name, share };
		}),
		milestonesShare: shareOf.get(row.code) ?? null
	}));
}

/** Those of the statuses asked for; all of them when none is. */
export function selectByStatus(
	standings: readonly MunicipalityStanding[],
	{ filters: { statuses } }: Where
): readonly MunicipalityStanding[] {
	return statuses.length === 0
		? standings
		: standings.filter(({ status }) => statuses.includes(status));
}

function toStanding(
	row: MunicipalityRow,
	{ openedOn, awaitedOn, firstPlanOn, locations, ...counts }: PlaceStanding,
	where: Where
): Omit<MunicipalityStanding, 'libraries'> {
	const facts: RolloutFacts = {
		...counts,
		earliestPlanOn: awaitedOn,
		libraryProvision: row.libraryProvision
	};
	return {
		code: row.code,
		name: row.name,
		province: { code: row.provinceCode, slug: row.provinceSlug, name: row.provinceName },
		inhabitants: row.inhabitants,
		populationReferenceDate: row.populationReferenceDate,
		facts,
		locations,
		status: rolloutStatus(facts, where.asOf.validOn, statusDay(where)),
		openedOn,
		planOn: awaitedOn,
		firstPlanOn,
		milestonesShare: null
	};
}

interface AreaRow {
	municipalityCode: string;
	id: number;
	slug: string;
	name: string;
	share: number;
}

/** Who serves which municipality on D, the largest share first. */
async function listAreas(db: Kysely<DB>, where: Where): Promise<AreaRow[]> {
	const query = sql<AreaRow>`
		select area.municipality_code, library.id, library.slug, library.name, area.share
		from library_municipality area
			join library on library.id = area.library_id and ${libraryIsActive(where)}
		where ${holdsOnDay('area', where)}
		order by area.municipality_code, area.share desc, library.name, library.id`;
	return (await query.execute(db)).rows;
}
