import type { Kysely, Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { openBatch } from '#lib/server/work/batch/open-batch.ts';
import { recordBatchIn, type Recorded } from '#lib/server/work/batch/record-batch.ts';
import { insertReplies } from '#lib/server/work/inquiry/replies.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { ReadLine } from '#lib/work/week/read-lines.ts';
import { decideReplies } from './decide-replies.ts';

const ORIGIN = { kind: 'form', label: 'week' } as const;

/**
 * Records the answered lines of one form as one batch: what they say of milestones in the ledger, and
 * answers in words as replies to the questions that stood in the line.
 */
export async function recordAnswers(
	db: Kysely<DB>,
	user: User,
	lines: readonly ReadLine[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	return db.transaction().execute((trx) => recordAnswersIn(trx, user, lines, subjects, today));
}

/** The same in a transaction that records more than the answers. */
export async function recordAnswersIn(
	trx: Transaction<DB>,
	user: User,
	lines: readonly ReadLine[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	const acts = lines.flatMap(({ answer, inquiryIds: _, reply: __, ...line }) =>
		answer === 'reply' ? [] : [{ ...line, act: answer }]
	);
	const recorded = await recordBatchIn(trx, user, ORIGIN, acts, subjects, today);
	const byKey = new Map(recorded.outcomes.map((one) => [one.key, one]));
	// Who said "still right" earlier today has not said it since she was asked.
	const confirmed = lines.filter(({ key, answer }) => {
		const outcome = byKey.get(key);
		return answer === 'confirm' && outcome?.outcome === 'recorded' && 'eventId' in outcome;
	});
	const inWords = lines.filter(({ answer }) => answer === 'reply');
	const decided = await decideReplies(trx, user, inWords, confirmed);
	const batchId =
		recorded.batchId ??
		decided.batchId ??
		(decided.replies.length > 0 ? await openBatch(trx, user, ORIGIN) : null);
	await insertReplies(trx, user, decided.replies, batchId);
	const outcomes = lines.map(({ key }) => decided.outcomes.get(key) ?? byKey.get(key)!);
	return { batchId, outcomes };
}
