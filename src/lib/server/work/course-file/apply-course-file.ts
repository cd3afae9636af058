import type { Kysely, Transaction } from 'kysely';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { NO_COUNTS } from '#lib/programme/course/course.ts';
import { listLatestCourses } from '#lib/server/programme/course/queries.ts';
import {
	changedRows,
	insertCourses,
	type CourseRow
} from '#lib/server/programme/course/service.ts';
import { LAST_STAMP, takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { listDirectory } from '#lib/server/work/workbook/list-directory.ts';
import { listMappings, type Upload } from '#lib/server/work/workbook/queries.ts';
import { courseWords } from '#lib/work/course-file/columns.ts';
import {
	courseKey,
	judgeCourseFile,
	librariesIn
} from '#lib/work/course-file/judge-course-file.ts';
import { readCourseFile } from '#lib/work/course-file/read-course-file.ts';
import type { JudgedCourseRow, KnownCourses } from '#lib/work/course-file/types.ts';
import { reportsOfUpload } from './reports-of-upload.ts';

/** What a file would do to what is known now. */
export async function readCoursePlan(
	db: Kysely<DB>,
	user: User,
	{ content, answers }: Pick<Upload, 'content' | 'answers'>,
	today: Day
): Promise<{ rows: JudgedCourseRow[]; known: ReadonlyMap<string, KnownCourses> }> {
	const read = readCourseFile(content!, courseWords());
	const { libraries: mapping } = await listMappings(db, user);
	const directory = await listDirectory(db, today);
	const about = { user, directory, mapping, choices: answers.rows, today };
	const latest = await listLatestCourses(db, librariesIn(read, about));
	const known = new Map(latest.map((one) => [courseKey(one.libraryId, one.year), one]));
	return { rows: judgeCourseFile(read, { ...about, known }), known };
}

/**
 * Records what is right in a file of courses, in one transaction; sent twice it records once. It is judged
 * again behind the lock of all writers, so what was reported in between is left as a conflict.
 */
export async function applyCourseFile(
	db: Kysely<DB>,
	user: User,
	upload: Upload,
	today: Day
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		if (!(await isOpen(trx, user, upload.id))) return;
		const { rows, known } = await readCoursePlan(trx, user, upload, today);
		const reports = rows.flatMap(({ entry }): CourseRow[] => {
			if (!entry) return [];
			const before = known.get(courseKey(entry.libraryId, entry.year));
			return changedRows(entry, before?.counts ?? NO_COUNTS);
		});
		await insertCourses(trx, authorOf(user), reports, { recordedAt, uploadId: upload.id });
		const count = (...fates: string[]) => rows.filter(({ fate }) => fates.includes(fate)).length;
		await trx
			.updateTable('upload')
			.set({
				appliedAt: LAST_STAMP,
				...{ recordedCount: count('new'), leftCount: count('wrong', 'conflict') }
			})
			.where('id', '=', upload.id)
			.execute();
	});
}

/** Locks an upload of this author that was not recorded before. */
async function isOpen(trx: Transaction<DB>, user: User, id: number): Promise<boolean> {
	const open = await trx
		.selectFrom('upload')
		.select('id')
		.where('id', '=', id)
		.where('createdBy', '=', user.id)
		.where('kind', '=', 'courses')
		.where('appliedAt', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	return open !== undefined;
}

export type CourseFileUndone = { outcome: 'undone'; kept: number } | { outcome: 'forbidden' };

/**
 * Takes back all that a file reported, by a new report of what was known before it; what was reported
 * since stays, and is counted.
 */
export async function undoCourseFile(
	db: Kysely<DB>,
	user: User,
	id: number
): Promise<CourseFileUndone> {
	return db.transaction().execute(async (trx): Promise<CourseFileUndone> => {
		const recordedAt = await takeRecordStamp(trx);
		const open = await trx
			.selectFrom('upload')
			.select('id')
			.where('id', '=', id)
			.where('createdBy', '=', user.id)
			.where('kind', '=', 'courses')
			.where('appliedAt', 'is not', null)
			.where('undoneAt', 'is', null)
			.forUpdate()
			.executeTakeFirst();
		if (!open) return { outcome: 'undone', kept: 0 };
		const reports = await reportsOfUpload(trx, id);
		// Who no longer works for a library does not change what it reported.
		if (!reports.every((report) => mayEditLibrary(user, report))) return { outcome: 'forbidden' };
		const standing = reports.filter(({ isLatest }) => isLatest);
		const before = standing.map(({ libraryId, year, course, source, groups, participants }) => ({
			...{ libraryId, year, course, source, groups, participants }
		}));
		await insertCourses(trx, authorOf(user), before, { recordedAt });
		await trx.updateTable('upload').set({ undoneAt: LAST_STAMP }).where('id', '=', id).execute();
		return { outcome: 'undone', kept: reports.length - standing.length };
	});
}
