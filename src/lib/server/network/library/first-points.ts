import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';

/** The point with which a library starts. */
export interface FirstPoint {
	libraryId: number;
	informationPointId: number;
	name: string;
}

/**
 * Of each library the point that opened first on (D, K), else the first one to open, else the first
 * one that was ever planned; libraries without points are left out.
 */
export async function listFirstPoints(
	db: Kysely<DB>,
	where: Where,
	libraryIds: readonly number[]
): Promise<FirstPoint[]> {
	const { rows } = await sql<FirstPoint>`
		select distinct on (stand.library_id) stand.library_id, stand.information_point_id, point.name
		from information_point_state stand
			join information_point point on point.id = stand.information_point_id
		where stand.library_id = any (${[...libraryIds]}) and ${holdsOnBoth('stand', where)}
		order by stand.library_id, case when stand.realised then stand.opened_on end nulls last,
			stand.awaited_on nulls last, stand.first_plan_on nulls last, point.id`.execute(db);
	return rows;
}
