import type { Kysely } from 'kysely';
import {
	NO_COUNTS,
	type Course,
	type CourseCount,
	type CourseCounts,
	type CourseSource
} from '#lib/programme/course/course.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What is known of the courses of a library in a year. */
export interface LibraryCourses {
	counts: CourseCounts;
	/** Of the last report; null without any. */
	source: CourseSource | null;
	/** The id of the last row, which a form is based on; 0 without any. */
	basedOn: number;
}

interface CountColumns {
	groups: number | null;
	participants: number | null;
}

const toCount = ({ groups, participants }: CountColumns): CourseCount | null =>
	groups === null ? null : { groups, participants };

/** The last report of each course of a library in a year. */
export async function readLibraryCourses(
	db: Kysely<DB>,
	libraryId: number,
	year: number
): Promise<LibraryCourses> {
	const rows = await db
		.selectFrom('courseCount')
		.select(['id', 'course', 'groups', 'participants', 'source'])
		.where('libraryId', '=', libraryId)
		.where('year', '=', year)
		.orderBy('recordedAt')
		.orderBy('id')
		.execute();
	const counts: Record<Course, CourseCount | null> = { ...NO_COUNTS };
	for (const row of rows) counts[row.course as Course] = toCount(row);
	const last = rows.at(-1);
	return { counts, source: (last?.source as CourseSource) ?? null, basedOn: last?.id ?? 0 };
}

/** What is known of many libraries, by library and year, with who reported last. */
export interface LatestCourses extends LibraryCourses {
	libraryId: number;
	year: number;
	last: { organisation: string; recordedAt: Date };
}

/** The last report of each course of these libraries, of every year of which something was reported. */
export async function listLatestCourses(
	db: Kysely<DB>,
	libraryIds: readonly number[]
): Promise<LatestCourses[]> {
	if (libraryIds.length === 0) return [];
	const rows = await db
		.selectFrom('courseCount')
		.select(['id', 'libraryId', 'year', 'course', 'groups', 'participants', 'source'])
		.select(['recordedFor as organisation', 'recordedAt'])
		.where('libraryId', 'in', libraryIds)
		.orderBy('recordedAt')
		.orderBy('id')
		.execute();
	const byYear = Map.groupBy(rows, ({ libraryId, year }) => `${libraryId} ${year}`);
	return [...byYear.values()].map((own) => {
		const counts: Record<Course, CourseCount | null> = { ...NO_COUNTS };
		for (const row of own) counts[row.course as Course] = toCount(row);
		const { libraryId, year, source, id, organisation, recordedAt } = own.at(-1)!;
		return {
			...{ libraryId, year, counts, source: source as CourseSource, basedOn: id },
			last: { organisation, recordedAt }
		};
	});
}

/** One report, as it was recorded. */
export interface CourseReport {
	id: number;
	year: number;
	course: Course;
	count: CourseCount | null;
	source: CourseSource;
	recordedAt: Date;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
}

const REPORTS_SHOWN = 60;

/** What was reported of the courses of a library, the last first. */
export async function listCourseReports(
	db: Kysely<DB>,
	libraryId: number
): Promise<CourseReport[]> {
	const rows = await db
		.selectFrom('courseCount as count')
		.leftJoin('appUser as author', 'author.id', 'count.recordedBy')
		.select(['count.id', 'year', 'course', 'groups', 'participants', 'source', 'recordedAt'])
		.select(({ fn }) => fn.coalesce('author.name', 'count.recordedFor').as('author'))
		.where('libraryId', '=', libraryId)
		.orderBy('recordedAt', 'desc')
		.orderBy('count.id', 'desc')
		.limit(REPORTS_SHOWN)
		.execute();
	return rows.map(({ groups, participants, ...row }) => ({
		...row,
		course: row.course as Course,
		source: row.source as CourseSource,
		count: toCount({ groups, participants })
	}));
}
