import { sql, type Kysely } from 'kysely';
import type { CourseRow } from '#lib/server/programme/course/service.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What was known of a course before a file reported it, to be put back. */
export interface ReportOfUpload extends CourseRow {
	/** The POI of the library. */
	supportInstituteId: number;
	/** Nothing was reported of it since. */
	isLatest: boolean;
}

/** Of each report of a file: what was known before it. */
export async function reportsOfUpload(db: Kysely<DB>, id: number): Promise<ReportOfUpload[]> {
	const { rows } = await sql<ReportOfUpload>`
		select own.library_id, own.year, own.course, coalesce(before.source, own.source) as source,
			before.groups, before.participants, library.support_institute_id,
			not exists (select from course_count later where later.library_id = own.library_id
				and later.year = own.year and later.course = own.course
				and (later.recorded_at, later.id) > (own.recorded_at, own.id)) as is_latest
		from course_count own
		join library on library.id = own.library_id
		left join lateral (
			select groups, participants, source from course_count earlier
			where earlier.library_id = own.library_id and earlier.year = own.year
				and earlier.course = own.course
				and (earlier.recorded_at, earlier.id) < (own.recorded_at, own.id)
			order by earlier.recorded_at desc, earlier.id desc limit 1
		) before on true
		where own.upload_id = ${id}
		order by own.id`.execute(db);
	return rows;
}
