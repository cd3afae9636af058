import type { Kysely, Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { openBatch } from '#lib/server/work/batch/open-batch.ts';
import { recordBatchIn, type Recorded } from '#lib/server/work/batch/record-batch.ts';
import { insertReplies } from '#lib/server/work/inquiry/replies.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { ReadLine } from '#lib/work/week/read-lines.ts';
import type { Sent } from '#lib/work/offline/sent.ts';
import { findSentBefore, rememberSent } from '#lib/server/work/offline/sent-entries.ts';
import { lockWriters } from '#lib/server/work/update/queries.ts';
import type { ActOutcome } from '#lib/server/work/batch/act.ts';
import { decideReplies } from './decide-replies.ts';

const ORIGIN = { kind: 'form', label: 'week' } as const;

/**
 * Records the answered lines of one form as one batch: what they say of milestones in the ledger, and
 * answers in words as replies to the questions that stood in the line. A line that was recorded by its
 * key before is answered as it was then; `madeAt` is of lines that waited in the browser.
 */
export async function recordAnswers(
	db: Kysely<DB>,
	user: User,
	lines: readonly ReadLine[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day,
	madeAt: Date | null = null
): Promise<Recorded> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const sent = sentOf(lines, madeAt);
		const before = await findSentBefore(trx, user, [...sent.values()]);
		const isNew = ({ entryKey }: ReadLine) => entryKey === null || !before.has(entryKey);
		const fresh = lines.filter(isNew);
		const recorded = await recordAnswersIn(trx, user, fresh, subjects, today);
		const byKey = new Map(recorded.outcomes.map((one) => [one.key, one]));
		const outcomes = lines.map(
			({ key }): ActOutcome => byKey.get(key) ?? { key, outcome: 'recorded' }
		);
		await rememberSent(
			trx,
			user,
			fresh
				.filter(({ key }) => byKey.get(key)?.outcome === 'recorded')
				.map(({ key }) => sent.get(key)),
			{ batchId: recorded.batchId }
		);
		const batchBefore = [...before.values()].map(({ batchId }) => batchId).find(Boolean) ?? null;
		return { batchId: recorded.batchId ?? batchBefore, outcomes };
	});
}

/** The lines that their browser gave a key, by their names. */
const sentOf = (lines: readonly ReadLine[], madeAt: Date | null): Map<string, Sent> =>
	new Map(
		lines.flatMap(({ key, entryKey }) =>
			entryKey === null ? [] : [[key, { key: entryKey, madeAt }] as const]
		)
	);

/** The same in a transaction that records more than the answers. */
export async function recordAnswersIn(
	trx: Transaction<DB>,
	user: User,
	lines: readonly ReadLine[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	const acts = lines.flatMap(({ answer, inquiryIds: _, reply: __, entryKey: ___, ...line }) =>
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
