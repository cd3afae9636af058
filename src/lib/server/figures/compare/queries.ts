import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { PointSide } from '#lib/figures/compare/compare.ts';
import type { PlaceSide } from '#lib/figures/compare/explain.ts';
import { pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readLibrariesOn } from '#lib/server/ledger/point-states/select-libraries.ts';
import { readPlaceStandings } from '#lib/server/ledger/point-states/select-states.ts';

/** A point that is otherwise in one situation than in the other, whatever the filters. */
export interface DifferentPoint {
	id: number;
	name: string;
	before: PointSide | null;
	after: PointSide | null;
}

function situation(where: Where): RawBuilder<unknown> {
	return sql`
		select stand.information_point_id, json_build_object(
				'realised', stand.realised, 'openedOn', stand.opened_on, 'planOn', stand.plan_on,
				'permanentlyClosed', coalesce(stand.operation = 'permanently_closed', false),
				'accessible', stand.accessible, 'operation', stand.operation,
				'outsideLibrary', stand.outside_library,
				'municipalityCode', stand.municipality_code, 'municipality', municipality.name,
				'libraryId', stand.library_id, 'library', library.name,
				'shown', ${pointFilter(where)}) as side
		from information_point_state stand
			join municipality on municipality.code = stand.municipality_code
			join library on library.id = stand.library_id
		where ${holdsOnBoth('stand', where)}`;
}

/** Information points that are otherwise in the second situation than in the first, by name. */
export async function listDifferentPoints(
	db: Kysely<DB>,
	before: Where,
	after: Where
): Promise<DifferentPoint[]> {
	const query = sql<DifferentPoint>`
		select point.id, point.name, one.side as before, other.side as after
		from (${situation(before)}) one full join (${situation(after)}) other using (information_point_id)
			join information_point point on point.id = information_point_id
		where one.side::text is distinct from other.side::text
		order by point.searchable, point.id`;
	return (await query.execute(db)).rows;
}

/** The organisations of the headline, and which of them are open. */
export async function listOrganisationSides(db: Kysely<DB>, where: Where): Promise<PlaceSide[]> {
	const [standings, { libraries, rows }] = await Promise.all([
		readPlaceStandings(db, where, 'libraryId'),
		readLibrariesOn(db, where)
	]);
	return rows.map((row) => {
		const key = libraries.id[row]!;
		return { key, open: (standings.realised[key] ?? 0) > 0, inhabitants: 0 };
	});
}
