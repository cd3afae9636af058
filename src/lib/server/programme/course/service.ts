import { sql, type Kysely, type Transaction } from 'kysely';
import {
	COURSES,
	isSameCount,
	reportedYears,
	type Course,
	type CourseCounts,
	type CourseSource
} from '#lib/programme/course/course.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readLibraryCourses, type LibraryCourses } from './queries.ts';

export interface CourseEntry {
	libraryId: number;
	year: number;
	counts: CourseCounts;
	source: CourseSource;
	/** The last row that its author had before her. */
	basedOn: number;
}

export type CourseOutcome =
	| { outcome: 'recorded'; courses: number }
	| { outcome: 'unchanged' }
	/** Somebody recorded in between: what stands there now. */
	| { outcome: 'conflict'; now: LibraryCourses }
	| { outcome: 'not_over' };

/**
 * Records what a library reports of its courses in a year: a row for each course that says something
 * else than before. The same form sent twice records once.
 */
export async function recordCourses(
	db: Kysely<DB>,
	author: Author,
	{ libraryId, year, counts, source, basedOn }: CourseEntry,
	today: string
): Promise<CourseOutcome> {
	if (!reportedYears(today).includes(year)) return { outcome: 'not_over' };
	return db.transaction().execute(async (trx): Promise<CourseOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const now = await readLibraryCourses(trx, libraryId, year);
		const rows = changedRows({ libraryId, year, counts, source }, now.counts);
		if (rows.length === 0) return { outcome: 'unchanged' };
		if (now.basedOn !== basedOn) return { outcome: 'conflict', now };
		await insertCourses(trx, author, rows, { recordedAt });
		return { outcome: 'recorded', courses: rows.length };
	});
}

export interface CourseRow {
	libraryId: number;
	year: number;
	course: Course;
	source: CourseSource;
	/** Both null: what was reported before is taken back. */
	groups: number | null;
	participants: number | null;
}

/** A row for each course of which something else is said than before. */
export function changedRows(
	{ libraryId, year, counts, source }: Omit<CourseEntry, 'basedOn'>,
	before: CourseCounts
): CourseRow[] {
	return COURSES.filter((course) => !isSameCount(counts[course], before[course])).map((course) => ({
		...{ libraryId, year, course, source },
		groups: counts[course]?.groups ?? null,
		participants: counts[course]?.participants ?? null
	}));
}

/** Writes reports behind the lock of all writers; `uploadId` is the file that they came from. */
export async function insertCourses(
	trx: Transaction<DB>,
	author: Author,
	rows: readonly CourseRow[],
	{ recordedAt, uploadId = null }: { recordedAt: string; uploadId?: number | null }
): Promise<void> {
	if (rows.length === 0) return;
	await trx
		.insertInto('courseCount')
		.values(
			rows.map((row) => ({
				...row,
				...{ uploadId, recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			}))
		)
		.execute();
}
