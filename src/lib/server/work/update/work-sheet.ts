import type { Kysely } from 'kysely';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { latestDay, type Day } from '#lib/base/day/day.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { situationOf } from '#lib/work/update/situation.ts';
import { workRow, type WorkRow } from '#lib/work/update/work-row.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { circumstancesOf, codesOf } from './circumstances.ts';
import { listReachedAtPoints, readRules, type Reason } from './queries.ts';

export interface WorkSheet {
	rows: WorkRow[];
	reasons: Reason[];
	/** The last day on which anything was recorded about it; null when nothing was. */
	lastRecordedOn: Day | null;
	/** The last day on which somebody said that it is still right. */
	lastConfirmedOn: Day | null;
}

/** How every milestone of a library or location stands today, for the one who works on it. */
export async function readWorkSheet(
	db: Kysely<DB>,
	subject: WorkSubject,
	today: Day
): Promise<WorkSheet> {
	const events = await listSubjectEvents(db, subject);
	const rules = await readRules(db, subject);
	// A step of a location may depend on a step of its library.
	const above =
		subject.level === 'library' ? [] : await listSubjectEvents(db, libraryOf(subject.library.id));
	const reached = await readReached(db, subject, today);
	const everything = [...above, ...events];
	const others = new Map(
		rules.steps.map(({ milestoneCode }) => [
			milestoneCode,
			situationOf(everything, milestoneCode, today)
		])
	);
	// What is said of a library is said of its locations too: its worklist shows them together.
	const ofRecord = [lastConfirmedOn(above, today), lastConfirmedOn(events, today)];
	const rows = codesOf(subject.level).map((code) => {
		const step = rules.steps.find(({ milestoneCode }) => milestoneCode === code);
		const dependsOn = step?.dependsOn.filter((before) => !reached.has(before)) ?? [];
		const now = circumstancesOf(subject, events, rules, code, today, null);
		const confirmedOn = latestDay([...ofRecord, lastConfirmedOn(events, today, code)]);
		return workRow(now, dependsOn, others, confirmedOn);
	});
	return {
		rows,
		reasons: rules.reasons,
		lastRecordedOn: events.at(-1)?.recordedOn ?? null,
		lastConfirmedOn: lastConfirmedOn(events, today)
	};
}

/** A step of a library waits for its first location only, so what one location reached holds it up no more. */
async function readReached(
	db: Kysely<DB>,
	{ level, library }: WorkSubject,
	today: Day
): Promise<ReadonlySet<string>> {
	if (level === 'information_point') return new Set();
	return new Set(await listReachedAtPoints(db, library.id, today));
}

/** An entry that was taken back says nothing any more. */
function lastConfirmedOn(
	events: readonly RecordedEvent[],
	today: Day,
	code: string = RECORD
): Day | null {
	const own = events.filter(({ milestoneCode }) => milestoneCode === code);
	return stateAt(own, 'confirmation', today, today)?.effectiveOn ?? null;
}
