import { sql, type Kysely } from 'kysely';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { libraryProgressSql, MANY } from './milestone-progress.ts';
import { holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';

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
