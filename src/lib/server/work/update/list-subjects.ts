import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { idsOf, subjectKey, type Subject } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';

interface SubjectRow extends Subject {
	name: string;
	exists: boolean;
	startsOn: Day;
	templateId: number;
	libraryId: number;
	slug: string;
	libraryName: string;
	supportInstituteId: number;
}

/**
 * These libraries and locations, by `subjectKey`; a location with the library that
 * runs it today (or ran it last). What does not exist is not in it.
 */
export async function listSubjects(
	db: Kysely<DB>,
	wanted: readonly Subject[],
	today: Day
): Promise<Map<string, WorkSubject>> {
	const { rows } = await sql<SubjectRow>`
		select 'library' as level, id, name, active_from <= ${today} and ${today} < active_to as "exists",
			active_from as starts_on, template_id, id as library_id, slug, name as library_name, support_institute_id
		from library where id = any (${idsOf('library', wanted)}::int[])
		union all
		select 'information_point', point.id, point.name,
			${today} < period.valid_to and ${today} < library.active_to, coalesce(first.starts_on, period.valid_from),
			point.template_id, library.id, library.slug, library.name, library.support_institute_id
		from information_point point
		join lateral (
			select library_id, valid_from, valid_to from information_point_period
			where information_point_id = point.id and valid_from <= ${today}
			order by valid_from desc limit 1
		) period on true
		join lateral (
			select min(valid_from) as starts_on from information_point_period
			where information_point_id = point.id
		) first on true
		join library on library.id = period.library_id
		where point.id = any (${idsOf('information_point', wanted)}::int[])`.execute(db);
	return new Map(rows.map((row) => [subjectKey(row), toSubject(row)]));
}

function toSubject(row: SubjectRow): WorkSubject {
	const { level, id, name, exists, startsOn, templateId } = row;
	const { libraryId, slug, libraryName, supportInstituteId } = row;
	return {
		...{ level, id, name, exists, startsOn, templateId },
		library: { id: libraryId, slug, name: libraryName, supportInstituteId }
	};
}
