import { sql, type Kysely } from 'kysely';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { LaneState, MilestoneLine, PlanEvent } from '#lib/ledger/milestone/line.ts';
import { milestoneLines } from '#lib/ledger/milestone/lines.ts';
import { idsOf, type Subject } from '#lib/ledger/subject/subject.ts';
import { isAboutAny, subjectColumn } from '#lib/server/ledger/subject/columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { ledgerEventColumns } from '#lib/server/ledger/event/append.ts';
import type { NoteVisibility } from './readable-notes.ts';
import { readingDays, stateHolds, type ReadingDays } from './reading-days.ts';

/**
 * Every milestone and duty of a library and of its points (either may be absent), in order, on
 * (D, K), also those about which nothing was recorded. Notes are left out unless their visibility is in `readableNotes`.
 */
export async function listMilestoneLines(
	db: Kysely<DB>,
	subjects: readonly Subject[],
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
	subjects: readonly Subject[],
	days: ReadingDays
): Promise<LaneState[]> {
	const { rows } = await sql<LaneState>`
		select ${subjectColumn('state')}, state.milestone_code, state.lane, state.kind,
			state.on_day, state.target_on, state.opening_form, state.reason_code,
			event.date_precision, event.recorded_on, event.recorded_for, event.confidence, event.source
		from milestone_state state join event on event.id = state.event_id
		where ${isAboutAny('state', subjects)} and ${stateHolds(days)}`.execute(db);
	return rows;
}

/** All events about plans and everything that corrects anything, recorded up to `knownDay`. */
async function listPlanEvents(
	db: Kysely<DB>,
	subjects: readonly Subject[],
	knownDay: Day,
	readableNotes: readonly NoteVisibility[]
): Promise<PlanEvent[]> {
	const { rows } = await sql<PlanEvent>`
		select ${ledgerEventColumns}, recorded_for,
			case when note_visibility = any(${readableNotes}::text[]) then note end as note
		from event
		where ${isAboutAny('event', subjects)} and recorded_on <= ${knownDay}
		and (kind in ('planned', 'plan_withdrawn') or corrects_event_id is not null)`.execute(db);
	return rows;
}

/** Which milestones come before which, by the template version that each subject keeps. */
async function listDependencies(
	db: Kysely<DB>,
	subjects: readonly Subject[]
): Promise<{ milestoneCode: string; dependsOn: string[] }[]> {
	const { rows } = await sql<{ milestoneCode: string; dependsOn: string[] }>`
		select distinct on (step.milestone_code) step.milestone_code, step.depends_on
		from milestone_template_step step
		where step.template_id in (
			select template_id from library where id = any(${idsOf('library', subjects)}::int[])
			union all
			select template_id from information_point where id = any(${idsOf('information_point', subjects)}::int[])
		)
		order by step.milestone_code, step.template_id`.execute(db);
	return rows;
}
