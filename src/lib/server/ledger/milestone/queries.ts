import { sql, type Kysely } from 'kysely';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { LaneState, MilestoneLine, PlanEvent } from '#lib/ledger/milestone/line.ts';
import { milestoneLines } from '#lib/ledger/milestone/lines.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { ledgerEventColumns } from '#lib/server/ledger/event/append.ts';
import type { NoteVisibility } from './readable-notes.ts';
import { readingDays, stateHolds, type ReadingDays } from './reading-days.ts';

/** The library whose milestones are asked for, and points that belong to it; either may be absent. */
export interface Subjects {
	libraryId: number | null;
	informationPointIds: readonly number[];
}

/**
 * Every milestone and duty of a library and of its points, in order, on (D, K), also those about
 * which nothing was recorded. Notes are left out unless their visibility is in `readableNotes`.
 */
export async function listMilestoneLines(
	db: Kysely<DB>,
	subjects: Subjects,
	asOf: AsOf,
	today: Day,
	readableNotes: readonly NoteVisibility[] = []
): Promise<MilestoneLine[]> {
	const days = readingDays(asOf, today);
	const [states, planEvents, dependencies] = await Promise.all([
		listLaneStates(db, subjects, days),
		listPlanEvents(db, subjects, days.knownDay, readableNotes),
		listDependencies(db, subjects)
	]);
	return milestoneLines({ subjects, states, planEvents, dependencies, days });
}

async function listLaneStates(
	db: Kysely<DB>,
	subjects: Subjects,
	days: ReadingDays
): Promise<LaneState[]> {
	const { rows } = await sql<LaneState>`
		select state.library_id, state.information_point_id, state.milestone_code, state.lane, state.kind,
			state.on_day, state.target_on, state.opening_form, state.reason_code,
			event.date_precision, event.recorded_on, event.recorded_for, event.confidence, event.source
		from milestone_state state join event on event.id = state.event_id
		where (state.library_id = ${subjects.libraryId}
			or state.information_point_id = any(${subjects.informationPointIds}::int[]))
		and ${stateHolds(days)}`.execute(db);
	return rows;
}

/** All events about plans and everything that corrects anything, recorded up to `knownDay`. */
async function listPlanEvents(
	db: Kysely<DB>,
	subjects: Subjects,
	knownDay: Day,
	readableNotes: readonly NoteVisibility[]
): Promise<PlanEvent[]> {
	const { rows } = await sql<PlanEvent>`
		select ${ledgerEventColumns}, recorded_for,
			case when note_visibility = any(${readableNotes}::text[]) then note end as note
		from event
		where (library_id = ${subjects.libraryId}
			or information_point_id = any(${subjects.informationPointIds}::int[]))
		and recorded_on <= ${knownDay}
		and (kind in ('planned', 'plan_withdrawn') or corrects_event_id is not null)`.execute(db);
	return rows;
}

/** Which milestones come before which, by the template version that each subject keeps. */
async function listDependencies(
	db: Kysely<DB>,
	subjects: Subjects
): Promise<{ milestoneCode: string; dependsOn: string[] }[]> {
	const { rows } = await sql<{ milestoneCode: string; dependsOn: string[] }>`
		select distinct on (step.milestone_code) step.milestone_code, step.depends_on
		from milestone_template_step step
		where step.template_id in (
			select template_id from library where id = ${subjects.libraryId}
			union all
			select template_id from information_point where id = any(${subjects.informationPointIds}::int[])
		)
		order by step.milestone_code, step.template_id`.execute(db);
	return rows;
}
