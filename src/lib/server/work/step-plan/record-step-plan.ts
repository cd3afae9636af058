import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { BatchAct } from '#lib/server/work/batch/act.ts';
import { readKnown } from '#lib/server/work/batch/read-known.ts';
import { recordBatch, type Recorded } from '#lib/server/work/batch/record-batch.ts';
import { needsReason } from '#lib/work/update/rules.ts';
import { situationOf } from '#lib/work/update/situation.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { ReadLine } from '#lib/work/week/read-lines.ts';

/**
 * Records the chosen days of a step plan as one batch. The form has one reason and one note for all of
 * them; the reason is that of the plans that move, a first plan has none.
 */
export async function recordStepPlan(
	db: Kysely<DB>,
	user: User,
	lines: readonly ReadLine[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	const { events } = await readKnown(db, subjects);
	const acts = lines.map(({ answer: _answer, values, ...line }): BatchAct => {
		const milestone = situationOf(events.get(subjectKey(line)) ?? [], values.milestone, today);
		const moves = needsReason('plan', { milestone, corrected: null });
		return { ...line, act: 'plan', values: { ...values, reason: moves ? values.reason : null } };
	});
	return recordBatch(db, user, { kind: 'form', label: 'step-plan' }, acts, subjects, today);
}
