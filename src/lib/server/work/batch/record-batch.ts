import type { Kysely, Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { lockWriters } from '#lib/server/work/update/queries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { ActOutcome, BatchAct, Decision } from './act.ts';
import { decideActs } from './decide-acts.ts';
import { openBatch, type BatchOrigin } from './open-batch.ts';
import { readKnown } from './read-known.ts';

export interface Recorded {
	/** The batch of what was recorded, now or by the same acts before; null when nothing was. */
	batchId: number | null;
	/** In the order of the acts. */
	outcomes: ActOutcome[];
}

/**
 * Records many acts in one transaction and as one batch: those without a problem are recorded, the
 * others say what is wrong. Sent twice it records once. `subjects` has those of all acts, by
 * `subjectKey`; the caller has checked that the user may write for each of their libraries.
 */
export async function recordBatch(
	db: Kysely<DB>,
	user: User,
	origin: BatchOrigin,
	acts: readonly BatchAct[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	return db.transaction().execute((trx) => recordBatchIn(trx, user, origin, acts, subjects, today));
}

/** The same in a transaction that records more than the acts. */
export async function recordBatchIn(
	trx: Transaction<DB>,
	user: User,
	origin: BatchOrigin,
	acts: readonly BatchAct[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	await lockWriters(trx);
	const decisions = decideActs(user, acts, await readKnown(trx, subjects), today);
	const added = decisions.flatMap((one) => (one.outcome === 'new' ? [one.event] : []));
	const before = decisions.flatMap((one) => ('eventId' in one ? (one.eventId ?? []) : []));
	return {
		batchId:
			added.length > 0 ? await append(trx, user, origin, added) : await findBatch(trx, before),
		outcomes: decisions.map(toOutcome)
	};
}

/** What {@link recordBatch} would answer now, without writing anything. */
export async function previewBatch(
	db: Kysely<DB>,
	user: User,
	acts: readonly BatchAct[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<ActOutcome[]> {
	return decideActs(user, acts, await readKnown(db, subjects), today).map(toOutcome);
}

const toOutcome = (one: Decision): ActOutcome =>
	one.outcome === 'new' ? { key: one.key, outcome: 'recorded' } : one;

async function append(
	trx: Transaction<DB>,
	user: User,
	origin: BatchOrigin,
	events: readonly NewEvent[]
): Promise<number> {
	const batchId = await openBatch(trx, user, origin);
	await appendEvents(trx, authorOf(user), events, batchId);
	return batchId;
}

/** The batch in which these were recorded: a form that is sent twice answers as it did the first time. */
async function findBatch(
	trx: Transaction<DB>,
	eventIds: readonly number[]
): Promise<number | null> {
	if (eventIds.length === 0) return null;
	const { batchId } = await trx
		.selectFrom('event')
		.select(({ fn }) => fn.max('batchId').as('batchId'))
		.where('id', 'in', eventIds)
		.executeTakeFirstOrThrow();
	return batchId;
}
