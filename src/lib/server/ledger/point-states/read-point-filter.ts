import { sql, type Kysely, type RawBuilder } from 'kysely';
import { ANY_POINT, type PointFilter } from '#lib/ledger/point-states/point-filter.ts';
import {
	inProvince,
	matchingLibraries,
	matchingMunicipalities,
	matchingPoints,
	ofLibraryKind
} from '#lib/server/base/selection/filter-sql.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';

interface Row {
	there: number[] | null;
	run: number[] | null;
	points: number[] | null;
	libraries: number[] | null;
	municipalities: number[] | null;
}

const NO_NUMBERS = sql`null::int[]`;

/** `pointFilter` of #lib/server/base/selection/filter-sql.ts for points in memory. Statuses do not apply. */
export async function readPointFilter(db: Kysely<DB>, where: Where): Promise<PointFilter> {
	if (isUnfiltered({ ...where.filters, statuses: [] })) return ANY_POINT;
	const { province, search } = where.filters;
	const kind = ofLibraryKind(where);
	const there = province
		? sql`select municipality.code from municipality where ${inProvince('municipality', province)}`
		: null;
	const query = sql<Row>`
		select ${there ? numbersOf(there) : NO_NUMBERS} as there,
			${kind ? sql`array(select library.id from library where ${kind})` : NO_NUMBERS} as run,
			${search ? sql`array(${matchingPoints(search)})` : NO_NUMBERS} as points,
			${search ? sql`array(${matchingLibraries(search)})` : NO_NUMBERS} as libraries,
			${search ? numbersOf(matchingMunicipalities(search, where)) : NO_NUMBERS} as municipalities`;
	const row = (await query.execute(db)).rows[0]!;
	return {
		municipalities: row.there && new Set(row.there),
		libraries: row.run && new Set(row.run),
		found:
			row.points && row.libraries && row.municipalities
				? {
						points: new Set(row.points),
						libraries: new Set(row.libraries),
						municipalities: new Set(row.municipalities)
					}
				: null
	};
}

/** The digits of the codes that a query gives. */
const numbersOf = (codes: RawBuilder<unknown>) =>
	sql`array(select right(given.code, 4)::int from (${codes}) given(code))`;
