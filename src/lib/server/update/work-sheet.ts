import type { Kysely } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import { listSubjectEvents } from '#lib/server/change/recorded-events.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { situationOf } from '#lib/update/situation.ts';
import { workRow, type WorkRow } from '#lib/update/work-row.ts';
import type { WorkSubject } from '#lib/update/work-subject.ts';
import { circumstancesOf, codesOf, readRules } from './circumstances.ts';
import type { Reason } from './queries.ts';

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
		subject.level === 'library'
			? []
			: await listSubjectEvents(db, { libraryId: subject.library.id, informationPointId: null });
	const everything = [...above, ...events];
	const others = new Map(
		rules.steps.map(({ milestoneCode }) => [
			milestoneCode,
			situationOf(everything, milestoneCode, today)
		])
	);
	const rows = codesOf(subject.level).map((code) => {
		const dependsOn = rules.steps.find((step) => step.milestoneCode === code)?.dependsOn ?? [];
		return workRow(circumstancesOf(subject, events, rules, code, today), dependsOn, others);
	});
	const confirmations = events.filter((event) => event.kind === 'confirmed');
	return {
		rows,
		reasons: rules.reasons,
		lastRecordedOn: events.at(-1)?.recordedOn ?? null,
		lastConfirmedOn: confirmations.at(-1)?.effectiveOn ?? null
	};
}
