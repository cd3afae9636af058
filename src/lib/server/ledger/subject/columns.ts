import { sql, type RawBuilder } from 'kysely';
import { idsOf, type Subject } from '#lib/ledger/subject/subject.ts';

/** The tables that keep a subject as two columns, of which one is filled in. */
type SubjectTable = 'event' | 'state' | 'evidence';

/** The subject of a row, as column `subject`. */
export function subjectColumn(table: SubjectTable): RawBuilder<unknown> {
	const [library, point] = columnsOf(table);
	return sql`json_build_object(
		'level', case when ${library} is null then 'information_point' else 'library' end,
		'id', coalesce(${library}, ${point})) as subject`;
}

/** The condition that a row is about this subject. */
export function isAbout(table: SubjectTable, { level, id }: Subject): RawBuilder<boolean> {
	const [library, point] = columnsOf(table);
	return level === 'library' ? sql`${library} = ${id}` : sql`${point} = ${id}`;
}

/** The condition that a row is about one of these subjects. */
export function isAboutAny(table: SubjectTable, subjects: readonly Subject[]): RawBuilder<boolean> {
	const [library, point] = columnsOf(table);
	return sql`(${library} = any (${idsOf('library', subjects)}::int[])
		or ${point} = any (${idsOf('information_point', subjects)}::int[]))`;
}

/** A subject as the two columns of a row to write. */
export function subjectIds({ level, id }: Subject): {
	libraryId: number | null;
	informationPointId: number | null;
} {
	return {
		libraryId: level === 'library' ? id : null,
		informationPointId: level === 'information_point' ? id : null
	};
}

/**
 * Histories as rows `(library_id, information_point_id, milestone_code)`, each once, for a `from`.
 * Join it to each of the two columns apart: because of either one or the other no index is used.
 */
export function historyRows(
	histories: readonly { subject: Subject; milestoneCode: string }[]
): RawBuilder<unknown> {
	const rows = histories.map(({ subject, milestoneCode }) => {
		const { libraryId, informationPointId } = subjectIds(subject);
		return {
			library_id: libraryId,
			information_point_id: informationPointId,
			milestone_code: milestoneCode
		};
	});
	return sql`(select distinct library_id, information_point_id, milestone_code
		from json_to_recordset(${JSON.stringify(rows)}::json)
			as given(library_id int, information_point_id int, milestone_code text))`;
}

function columnsOf(table: SubjectTable) {
	return [sql.ref(`${table}.library_id`), sql.ref(`${table}.information_point_id`)] as const;
}
