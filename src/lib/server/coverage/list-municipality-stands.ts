import { sql, type Kysely, type RawBuilder } from 'kysely';
import { rolloutStatus, type RolloutFacts } from '#lib/coverage/rollout-status.ts';
import type { MunicipalityStand } from '#lib/coverage/types.ts';
import type { Day } from '#lib/day/day.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { libraryIsActive, municipalityFilter } from './filter-sql.ts';
import { libraryProgressSql, MANY } from './milestone-progress.ts';
import { holdsOnBoth, holdsOnDay, statusDay, type Where } from './where.ts';

export interface MunicipalityStandOptions {
	/** Also read its libraries; `libraries` is empty without. True when absent. */
	libraries?: boolean;
	/** Also read the milestones; `milestonesShare` is null without. True when absent. */
	milestones?: boolean;
}

interface StandRow {
	code: string;
	name: string;
	provinceCode: string;
	provinceSlug: string;
	provinceName: string;
	inhabitants: number | null;
	populationReferenceDate: Day | null;
	libraryProvision: RolloutFacts['libraryProvision'];
	realised: number;
	accessible: number;
	onlineOnly: number;
	openedOn: Day | null;
	awaitedOn: Day | null;
	firstPlanOn: Day | null;
}

/**
 * Every municipality that exists on D, by name, as it stands on (D, K), as far as the filters let it
 * through. A point counts where it stands, whichever library runs it. Inhabitants are those of the
 * borders that hold on D, counted on the reference date nearest to D.
 */
export async function listMunicipalityStands(
	db: Kysely<DB>,
	where: Where,
	{ libraries = true, milestones = true }: MunicipalityStandOptions = {}
): Promise<MunicipalityStand[]> {
	const [rows, areas, shares] = await Promise.all([
		listRows(db, where),
		libraries ? listAreas(db, where) : [],
		milestones ? listMilestoneShares(db, where, null) : []
	]);
	const areasOf = Map.groupBy(areas, (area) => area.municipalityCode);
	const shareOf = new Map(shares.map((row) => [row.municipalityCode, row.share]));
	const stands = rows.map((row) => ({
		...toStand(row, where),
		libraries: (areasOf.get(row.code) ?? []).map(({ id, slug, name, share }) => {
			return { id, slug, name, share };
		}),
		milestonesShare: shareOf.get(row.code) ?? null
	}));
	const { statuses } = where.filters;
	return statuses.length === 0 ? stands : stands.filter(({ status }) => statuses.includes(status));
}

function toStand(row: StandRow, where: Where): Omit<MunicipalityStand, 'libraries'> {
	const facts: RolloutFacts = {
		realised: row.realised,
		accessible: row.accessible,
		onlineOnly: row.onlineOnly,
		earliestPlanOn: row.awaitedOn,
		libraryProvision: row.libraryProvision
	};
	return {
		code: row.code,
		name: row.name,
		province: { code: row.provinceCode, slug: row.provinceSlug, name: row.provinceName },
		inhabitants: row.inhabitants,
		populationReferenceDate: row.populationReferenceDate,
		facts,
		status: rolloutStatus(facts, statusDay(where)),
		openedOn: row.openedOn,
		planOn: row.awaitedOn,
		firstPlanOn: row.firstPlanOn,
		milestonesShare: null
	};
}

async function listRows(db: Kysely<DB>, where: Where): Promise<StandRow[]> {
	const query = sql<StandRow>`
		with stand_of as (
			select stand.municipality_code,
				(count(*) filter (where stand.realised))::int as realised,
				(count(*) filter (where stand.accessible))::int as accessible,
				(count(*) filter (where stand.online_only))::int as online_only,
				min(stand.opened_on) filter (where stand.realised) as opened_on,
				min(stand.awaited_on) as awaited_on,
				min(stand.first_plan_on) as first_plan_on
			from information_point_state stand where ${holdsOnBoth('stand', where)} group by 1
		), counted as (${populationSql(where)})
		select municipality.code, municipality.name, province.code as province_code, province.slug as province_slug,
			province.name as province_name, counted.inhabitants, counted.reference_date as population_reference_date,
			case when served.by_library is not null then 'served'
				when municipality.library_provision = 'none' then 'none' else 'unknown' end as library_provision,
			coalesce(stand_of.realised, 0) as realised, coalesce(stand_of.accessible, 0) as accessible,
			coalesce(stand_of.online_only, 0) as online_only, stand_of.opened_on, stand_of.awaited_on, stand_of.first_plan_on
		from municipality join province on province.code = municipality.province_code
			left join stand_of on stand_of.municipality_code = municipality.code
			left join counted on counted.municipality_code = municipality.code
			left join lateral (
				-- One library is enough: with many of them, finding all would take as long as the points.
				select library.id as by_library from library_municipality area
					join library on library.id = area.library_id and ${libraryIsActive(where)}
				where area.municipality_code = municipality.code and ${holdsOnDay('area', where)} limit 1
			) served on true
		where ${holdsOnDay('municipality', where)} and ${municipalityFilter(where)}
		order by municipality.searchable, municipality.code`;
	return (await query.execute(db)).rows;
}

/** Per municipality: the latest borders that hold on D, then the count nearest to D (the later of two). */
export function populationSql({ asOf }: Where): RawBuilder<unknown> {
	return sql`
		select distinct on (municipality_code) municipality_code, inhabitants, reference_date
		from population where territory_from <= ${asOf.validOn}
		order by municipality_code, territory_from desc,
			abs(reference_date - ${asOf.validOn}::date), reference_date desc`;
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

interface ShareRow {
	municipalityCode: string;
	share: number;
}

/**
 * Milestones done per municipality: the average of its libraries, each by its share. For these
 * municipalities only, or for all of the country.
 */
export async function listMilestoneShares(
	db: Kysely<DB>,
	where: Where,
	codes: readonly string[] | null
): Promise<ShareRow[]> {
	if (codes === null) return await readShares(db, where, null, null);
	const serving = await listServing(db, where, codes);
	// Many are counted side by side: one question would take one core for too long.
	const cut = serving.length > MANY ? Math.ceil(codes.length / 2) : codes.length;
	const parts = [codes.slice(0, cut), codes.slice(cut)].filter((part) => part.length > 0);
	const shares = await Promise.all(
		parts.map((part) => {
			const ids = serving.filter(({ code }) => part.includes(code)).map(({ id }) => id);
			return readShares(db, where, part, [...new Set(ids)]);
		})
	);
	return shares.flat();
}

async function readShares(
	db: Kysely<DB>,
	where: Where,
	codes: readonly string[] | null,
	ids: readonly number[] | null
): Promise<ShareRow[]> {
	const query = sql<ShareRow>`
		with progress as materialized (${libraryProgressSql(where, ids)})
		select area.municipality_code,
			(sum(area.share::float8 * progress.done / progress.applicable) / sum(area.share::float8)) as share
		from library_municipality area
			join library on library.id = area.library_id and ${libraryIsActive(where)}
			join progress on progress.library_id = area.library_id and progress.applicable > 0
		where ${holdsOnDay('area', where)}
			and ${codes ? sql`area.municipality_code = any (${[...codes]})` : sql`true`}
		group by area.municipality_code`;
	return (await query.execute(db)).rows;
}

/** Which libraries serve these municipalities on D, also those that are active no more. */
async function listServing(
	db: Kysely<DB>,
	where: Where,
	codes: readonly string[]
): Promise<{ code: string; id: number }[]> {
	const query = sql<{ code: string; id: number }>`
		select area.municipality_code as code, area.library_id as id from library_municipality area
		where ${holdsOnDay('area', where)} and area.municipality_code = any (${[...codes]})`;
	return (await query.execute(db)).rows;
}

/** The same municipalities with `milestonesShare`, when they were read without. */
export async function withMilestoneShares(
	db: Kysely<DB>,
	where: Where,
	stands: readonly MunicipalityStand[]
): Promise<MunicipalityStand[]> {
	if (stands.length === 0) return [];
	const codes = stands.map(({ code }) => code);
	const shares = await listMilestoneShares(db, where, codes);
	const shareOf = new Map(shares.map((row) => [row.municipalityCode, row.share]));
	return stands.map((stand) => ({ ...stand, milestonesShare: shareOf.get(stand.code) ?? null }));
}
