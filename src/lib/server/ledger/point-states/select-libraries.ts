import { sql, type Kysely } from 'kysely';
import { toDayNumber } from '#lib/base/day/day-number.ts';
import { librariesOn, type LibraryNumbers } from '#lib/ledger/point-states/library-numbers.ts';
import { libraryFilter } from '#lib/server/base/selection/filter-sql.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { readCountry } from './read-country.ts';

/** Some of the libraries: `rows` are rows of `libraries`. */
export interface SelectedLibraries {
	libraries: LibraryNumbers;
	rows: readonly number[];
}

/** The libraries that exist on D, as far as the filters (but status) let them through. */
export async function readLibrariesOn(db: Kysely<DB>, where: Where): Promise<SelectedLibraries> {
	return await select(db, where, toDayNumber(statusDay(where)));
}

/** The libraries of any day that the filters (but status) let through; `libraryFilter` is about D. */
export async function readLibrariesEver(db: Kysely<DB>, where: Where): Promise<SelectedLibraries> {
	return await select(db, where, null);
}

async function select(db: Kysely<DB>, where: Where, on: number | null): Promise<SelectedLibraries> {
	const [{ libraries }, ids] = await Promise.all([readCountry(db), findChosen(db, where)]);
	return { libraries, rows: librariesOn(libraries, ids, on) };
}

/** The ids that the filters let through; null when they let all of them through. */
async function findChosen(db: Kysely<DB>, where: Where): Promise<ReadonlySet<number> | null> {
	if (isUnfiltered({ ...where.filters, statuses: [] })) return null;
	const query = sql<{ ids: number[] }>`
		select array(select library.id from library where ${libraryFilter(where)}) as ids`;
	return new Set((await query.execute(db)).rows[0]!.ids);
}
