import { sql, type Kysely } from 'kysely';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import { looksNow } from '#lib/server/ledger/last-look/looks-now.ts';
import { readThreshold } from '#lib/server/ledger/threshold/threshold.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { inScope, type WorkScope } from '#lib/server/work/update/in-scope.ts';
import { milestonesAsking } from '#lib/server/work/update/milestones-now.ts';
import { tasksOf } from '#lib/server/work/update/work-tasks.ts';
import type { Candidate } from '#lib/work/asking/types.ts';
import { MOST_ASKED } from '#lib/work/asking/read-ask-form.ts';
import { TASK_KINDS, type TaskKind, type WorkView } from '#lib/work/update/work-list.ts';
import { taskGroup } from '#lib/work/update/work-list-text.ts';
import { lineKey } from '#lib/work/update/line-key.ts';

interface CandidateRow {
	level: SubjectLevel;
	id: number;
	milestoneCode: string;
	pointName: string | null;
	libraryId: number;
	libraryName: string;
	instituteId: number;
	instituteName: string;
	kind: TaskKind | null;
	onDay: Day | null;
	isAsked: boolean;
}

/** What is the matter with a milestone in each view of the list; other views are of whole libraries. */
function kindsOf(view: WorkView): readonly TaskKind[] {
	if (view === 'attention') return TASK_KINDS;
	return TASK_KINDS.filter((kind) => taskGroup(kind) === view);
}

/** What one can ask about, and whether there was more than can be asked at once. */
export interface Candidates {
	candidates: Candidate[];
	more: boolean;
}

/**
 * Everything that a view of the list of work tells of, each milestone by itself; of "silent" and "all"
 * the libraries themselves.
 */
export async function listCandidates(
	db: Kysely<DB>,
	scope: WorkScope,
	{ view, milestone }: { view: WorkView; milestone: string | null },
	today: Day
): Promise<Candidates> {
	const weeks = await readThreshold(db, 'silent_weeks', today);
	const silentUntil = addDays(today, -weeks * 7 - 1);
	const ofWhole = view === 'silent' || view === 'all';
	const { rows } = await sql<CandidateRow>`
		with ${tasksOf(milestonesAsking(inScope(scope, today), today), today, milestone)},
		about as (
			select library_id, point_id, milestone_code, kind, on_day, asked_due_on is not null as is_asked from task
			where not ${ofWhole}::boolean and kind = any (${[...kindsOf(view)]}::text[])
			union all
			select scope.id, null, ${RECORD}, null, null, exists (select from asked
				where asked.library_id = scope.id and asked.point_id is null and asked.milestone_code = ${RECORD})
			from scope left join (${looksNow('scope', 'point')}) looked on looked.library_id = scope.id
			where ${view === 'all'}::boolean
				or ${view === 'silent'}::boolean and (looked.last_on is null or looked.last_on <= ${silentUntil})
		)
		select case when point_id is null then 'library' else 'information_point' end as level,
			coalesce(point_id, about.library_id) as id, milestone_code, point.name as point_name,
			library.id as library_id, library.name as library_name, institute.id as institute_id,
			institute.name as institute_name, about.kind, about.on_day, about.is_asked
		from about join library on library.id = about.library_id
		join support_institute institute on institute.id = library.support_institute_id
		join milestone on milestone.code = milestone_code
		left join information_point point on point.id = point_id
		order by institute.name, library.name, library.id, point.name nulls first, point_id, milestone.position
		limit ${MOST_ASKED + 1}`.execute(db);
	return { candidates: rows.slice(0, MOST_ASKED).map(toCandidate), more: rows.length > MOST_ASKED };
}

const toCandidate = ({ level, id, milestoneCode, ...row }: CandidateRow): Candidate => ({
	...{ level, id, milestoneCode, key: lineKey({ level, id, milestoneCode }) },
	...{ pointName: row.pointName, kind: row.kind, onDay: row.onDay, isAsked: row.isAsked },
	library: { id: row.libraryId, name: row.libraryName },
	institute: { id: row.instituteId, name: row.instituteName }
});
