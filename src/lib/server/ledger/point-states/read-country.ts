import { sql, type Kysely } from 'kysely';
import { columnsOf } from '#lib/ledger/point-states/columns.ts';
import {
	LIBRARY_COLUMNS,
	type LibraryColumn,
	type LibraryNumbers
} from '#lib/ledger/point-states/library-numbers.ts';
import {
	ACCESSIBLE,
	CLOSED_FOR_GOOD,
	NO_STATES,
	ONLINE_ONLY,
	OUTSIDE_LIBRARY,
	POINT_STATE_COLUMNS,
	REALISED,
	replacePoints,
	TEMPORARILY_CLOSED,
	type PointStateColumn,
	type PointStates
} from '#lib/ledger/point-states/point-states.ts';
import { keptCopy } from '#lib/server/platform/db/kept-copy.ts';
import {
	daysOf,
	integersOf,
	selectColumns,
	toNumbers,
	type ColumnValues
} from '#lib/server/platform/db/number-columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { COHORTS } from '#lib/base/selection/filters.ts';

/** What is counted from: every library and every state of every point. */
export interface Country {
	libraries: LibraryNumbers;
	states: PointStates;
}

/** Points read in one go; as bytes about 2 MB. */
const POINTS_PER_READ = 4_000;

/**
 * All libraries and points, as committed now. They are kept in memory and brought up to date by
 * reading only the points that changed since (docs/decisions/0015-points-in-memory.md).
 */
export const readCountry = keptCopy<Country>({
	empty: { libraries: columnsOf(LIBRARY_COLUMNS, () => new Int32Array(0)), states: NO_STATES },
	askLastChange: async (db) => {
		const row = db.selectFrom('dataVersion').select('countedChange').executeTakeFirstOrThrow();
		return (await row).countedChange;
	},
	readNewer: async (db, old) => {
		const { points, change } = await listChangedPoints(db, old.change);
		const libraries = await readLibraries(db);
		const parts: PointStates[] = [];
		for (let from = 0; from < points.length; from += POINTS_PER_READ) {
			parts.push(await readStatesOf(db, points.slice(from, from + POINTS_PER_READ)));
		}
		const states = replacePoints(old.content.states, new Set(points), parts);
		return { content: { libraries, states }, change };
	}
});

interface Changed {
	points: number[];
	change: number;
}

/** Which points changed after `since`, and the number of the last change of all. */
async function listChangedPoints(db: Kysely<DB>, since: number): Promise<Changed> {
	const query = sql<Changed>`
		select counted_change as change, array(
			select information_point_id from information_point_change where change > ${since} order by 1
		) as points from data_version`;
	return (await query.execute(db)).rows[0]!;
}

async function readLibraries(db: Kysely<DB>): Promise<LibraryNumbers> {
	const query = sql<Record<LibraryColumn, Buffer | null>>`
		select ${selectColumns(LIBRARY_COLUMNS, LIBRARY_VALUES)} from library`;
	const row = (await query.execute(db)).rows[0]!;
	return columnsOf(LIBRARY_COLUMNS, (name) => toNumbers(row[name]));
}

async function readStatesOf(db: Kysely<DB>, points: readonly number[]): Promise<PointStates> {
	const query = sql<Record<PointStateColumn, Buffer | null>>`
		select ${selectColumns(POINT_STATE_COLUMNS, STATE_VALUES)} from information_point_state state
			join municipality on municipality.code = state.municipality_code
		where information_point_id = any (${[...points]})`;
	const row = (await query.execute(db)).rows[0]!;
	return columnsOf(POINT_STATE_COLUMNS, (name) => toNumbers(row[name]));
}

const LIBRARY_VALUES: ColumnValues<LibraryColumn> = {
	id: integersOf(sql.ref('id')),
	province: integersOf(sql`right(province_code, 2)::int`),
	cohort: integersOf(sql`array_position(${sql.lit(`{${COHORTS.join()}}`)}::text[], cohort)`),
	activeFrom: daysOf(sql.ref('active_from')),
	activeTo: daysOf(sql.ref('active_to'))
};

const flag = (column: string, value: number) => sql`${sql.lit(value)} * ${sql.ref(column)}::int`;

const STATE_VALUES: ColumnValues<PointStateColumn> = {
	pointId: integersOf(sql.ref('information_point_id')),
	libraryId: integersOf(sql.ref('library_id')),
	municipality: integersOf(sql`right(municipality_code, 4)::int`),
	province: integersOf(sql`right(municipality.province_code, 2)::int`),
	flags: integersOf(sql`${flag('realised', REALISED)} + ${flag('accessible', ACCESSIBLE)}
		+ ${flag('online_only', ONLINE_ONLY)} + ${flag('outside_library', OUTSIDE_LIBRARY)}
		+ ${flag('temporarily_closed', TEMPORARILY_CLOSED)}
		+ ${sql.lit(CLOSED_FOR_GOOD)} * (operation is not distinct from 'permanently_closed')::int`),
	validFrom: daysOf(sql.ref('state.valid_from')),
	validTo: daysOf(sql.ref('state.valid_to')),
	knownFrom: daysOf(sql.ref('known_from')),
	knownTo: daysOf(sql.ref('known_to')),
	openedOn: daysOf(sql.ref('opened_on')),
	awaitedOn: daysOf(sql.ref('awaited_on')),
	firstPlanOn: daysOf(sql.ref('first_plan_on')),
	planOn: daysOf(sql.ref('plan_on')),
	forecastOn: daysOf(sql.ref('forecast_on'))
};
