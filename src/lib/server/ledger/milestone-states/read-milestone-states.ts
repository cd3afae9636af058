import { sql, type Kysely, type RawBuilder } from 'kysely';
import {
	MILESTONE_COLUMNS,
	NO_MILESTONES,
	type MilestoneColumn,
	type MilestoneColumns,
	type MilestoneStates
} from '#lib/ledger/milestone-states/milestone-states.ts';
import { MILESTONE_CODES, milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import { columnsOf, replaceRows } from '#lib/ledger/point-states/columns.ts';
import { keptCopy } from '#lib/server/platform/db/kept-copy.ts';
import {
	daysOf,
	integersOf,
	selectColumns,
	toNumbers,
	type ColumnValues
} from '#lib/server/platform/db/number-columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Libraries or points read in one go; as bytes at most 1 MB. */
const SUBJECTS_PER_READ = 4_000;

/**
 * What was done of the milestones that count, as committed now. Kept in memory as the points are, but
 * read only where milestones are asked for (docs/decisions/0015-points-in-memory.md).
 */
export const readMilestoneStates = keptCopy<MilestoneStates>({
	empty: NO_MILESTONES,
	askLastChange: async (db) => {
		const row = db
			.selectFrom('dataVersion')
			.select('countedMilestoneChange')
			.executeTakeFirstOrThrow();
		return (await row).countedMilestoneChange;
	},
	readNewer: async (db, { content, change: since }) => {
		const { libraries, points, change } = await listChanged(db, since);
		const renewed = (level: SubjectLevel, ids: number[]) =>
			withChanged(db, level, content[level], ids);
		return {
			content: {
				library: await renewed('library', libraries),
				information_point: await renewed('information_point', points)
			},
			change
		};
	}
});

interface Changed {
	libraries: number[];
	points: number[];
	change: number;
}

/** Of which subjects something changed after `since`, and the number of the last change of all. */
async function listChanged(db: Kysely<DB>, since: number): Promise<Changed> {
	const query = sql<Changed>`
		select counted_milestone_change as change, array(
			select library_id from milestone_change
			where change > ${since} and library_id is not null order by 1
		) as libraries, array(
			select information_point_id from milestone_change
			where change > ${since} and information_point_id is not null order by 1
		) as points from data_version`;
	return (await query.execute(db)).rows[0]!;
}

async function withChanged(
	db: Kysely<DB>,
	level: SubjectLevel,
	old: MilestoneColumns,
	ids: readonly number[]
): Promise<MilestoneColumns> {
	if (ids.length === 0) return old;
	const parts: MilestoneColumns[] = [];
	for (let from = 0; from < ids.length; from += SUBJECTS_PER_READ) {
		parts.push(await readStatesOf(db, level, ids.slice(from, from + SUBJECTS_PER_READ)));
	}
	return replaceRows(MILESTONE_COLUMNS, old, { column: 'subjectId', ids: new Set(ids) }, parts);
}

const ID_COLUMNS: Record<SubjectLevel, string> = {
	library: 'library_id',
	information_point: 'information_point_id'
};

async function readStatesOf(
	db: Kysely<DB>,
	level: SubjectLevel,
	ids: readonly number[]
): Promise<MilestoneColumns> {
	const id = sql.ref(ID_COLUMNS[level]);
	// Written out, because there are partial indexes for exactly these.
	const codes = sql.join(milestonesOf(level).map((code) => sql.lit(code)));
	const those = (kind: string, done: number): RawBuilder<unknown> => sql`
		select ${id} as subject_id, ${sql.lit(done)} as done, milestone_code, valid_from, valid_to, known_from, known_to
		from milestone_state
		where lane = 'status' and kind = ${sql.lit(kind)} and ${id} is not null
			and milestone_code in (${codes}) and ${id} = any (${[...ids]})`;
	const query = sql<Record<MilestoneColumn, Buffer | null>>`
		select ${selectColumns(MILESTONE_COLUMNS, VALUES)}
		from (${those('achieved', 1)} union all ${those('not_applicable', 0)}) state`;
	const row = (await query.execute(db)).rows[0]!;
	return columnsOf(MILESTONE_COLUMNS, (name) => toNumbers(row[name]));
}

const VALUES: ColumnValues<MilestoneColumn> = {
	subjectId: integersOf(sql.ref('subject_id')),
	done: integersOf(sql.ref('done')),
	step: integersOf(
		sql`array_position(${sql.lit(`{${MILESTONE_CODES.join()}}`)}::text[], milestone_code) - 1`
	),
	validFrom: daysOf(sql.ref('valid_from')),
	validTo: daysOf(sql.ref('valid_to')),
	knownFrom: daysOf(sql.ref('known_from')),
	knownTo: daysOf(sql.ref('known_to'))
};
