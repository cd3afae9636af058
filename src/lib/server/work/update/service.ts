import type { Kysely, Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { correctionsOf, type RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { Day } from '#lib/base/day/day.ts';
import { isLocked, locksFor } from '#lib/ledger/quarter-lock/quarter-lock.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { appendEvent, type Author, type NewEvent } from '#lib/server/ledger/event/append.ts';
import type { Act } from '#lib/ledger/event/act.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import { eventValuesOf, plainValues, saySame } from '#lib/work/update/event-values.ts';
import { problemsOf, type Problem } from '#lib/work/update/rules.ts';
import type { ActValues } from '#lib/work/update/schema.ts';
import type { Sent } from '#lib/work/offline/sent.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { findSentBefore, rememberSent } from '#lib/server/work/offline/sent-entries.ts';
import { circumstancesOf } from './circumstances.ts';
import { keptDay, readEntry, undoValues, withEntry } from './corrected-entry.ts';
import { lockWriters, readRecord } from './queries.ts';

/** What became of a write. A conflict writes nothing and shows what somebody else recorded. */
export type Outcome =
	| { outcome: 'recorded'; eventId: number }
	| { outcome: 'invalid'; problems: Problem[] }
	| { outcome: 'conflict'; theirs: RecordedEvent }
	| { outcome: 'forbidden' };

const refusal = (code: Problem['code'], field = 'form'): Outcome => ({
	outcome: 'invalid',
	problems: [{ field, code }]
});

/**
 * Records what an adviser says of a milestone or location, in one transaction. The caller has
 * checked that she may write for this library. Nothing is written when the newest event of the
 * milestone is not the one that her form was based on. What was recorded by the key of `sent` before
 * is answered as it was then.
 */
export async function recordAct(
	db: Kysely<DB>,
	user: User,
	subject: WorkSubject,
	act: Act,
	values: ActValues,
	today: Day,
	sent: Sent | null = null
): Promise<Outcome> {
	return recordOnce(db, user, sent, async (trx) => {
		const { events, rules } = await readRecord(trx, subject);
		const entry = readEntry(act, values, events);
		if ('outcome' in entry) return entry;
		const { plainAct, corrected } = entry;
		const now = circumstancesOf(subject, events, rules, values.milestone, today, user.id);
		const mine = eventValuesOf(plainAct, { ...values, ...keptDay(corrected, values) }, today);
		const newest = now.milestone.lastEvent;
		if (newest && newest.id !== values.basedOn) {
			const sentTwice = newest.recordedBy === user.id && saySame(mine, newest);
			return sentTwice
				? { outcome: 'recorded', eventId: newest.id }
				: { outcome: 'conflict', theirs: newest };
		}
		const problems = problemsOf(plainAct, values, withEntry(now, corrected));
		if (corrected && saySame(mine, corrected)) return refusal('changes_nothing');
		if (problems.length > 0) return { outcome: 'invalid', problems };
		return append(trx, user, events, { ...mine, subject, correctsEventId: corrected?.id ?? null });
	});
}

/** What is wrong with an act, without recording it; a conflict is left for {@link recordAct}. */
export async function checkAct(
	db: Kysely<DB>,
	user: User,
	subject: WorkSubject,
	act: Act,
	values: ActValues,
	today: Day
): Promise<Problem[]> {
	const { events, rules } = await readRecord(db, subject);
	const entry = readEntry(act, values, events);
	if ('outcome' in entry) return entry.outcome === 'invalid' ? entry.problems : [];
	const now = circumstancesOf(subject, events, rules, values.milestone, today, user.id);
	return problemsOf(entry.plainAct, values, withEntry(now, entry.corrected));
}

/** Takes an entry back; only its author or the programme manager may (else `forbidden`). */
export async function undoEntry(
	db: Kysely<DB>,
	user: User,
	subject: WorkSubject,
	eventId: number | null,
	today: Day
): Promise<Outcome> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const { events, rules } = await readRecord(trx, subject);
		const event = events.find(({ id }) => id === eventId);
		if (!event) return refusal('unknown_event');
		if (!mayUndo(user, event, subject.library)) return { outcome: 'forbidden' };
		const correction = correctionsOf(events).get(event.id);
		if (correction) return { outcome: 'conflict', theirs: correction };
		if (isLocked(locksFor(rules.locks, user.id, today), event.effectiveOn)) {
			return refusal('quarter_locked');
		}
		const undo = undoValues(event, events, today);
		return append(trx, user, events, { ...undo, subject, correctsEventId: event.id });
	});
}

/** "Still right": says that somebody looked on a day; once a day is enough, unless it was undone. */
export async function confirmRecord(
	db: Kysely<DB>,
	user: User,
	subject: WorkSubject,
	day: Day,
	sent: Sent | null = null
): Promise<Outcome> {
	if (!subject.exists) return refusal('gone');
	return recordOnce(db, user, sent, async (trx) => {
		const events = await listSubjectEvents(trx, subject);
		const confirmed = findConfirmation(user, events, RECORD, day);
		if (confirmed) return { outcome: 'recorded', eventId: confirmed.id };
		const values = plainValues('confirmed', RECORD, day);
		return append(trx, user, events, { ...values, subject });
	});
}

/** That this user said on a day of a milestone (or of the record) that it is still right, unless it was undone. */
export function findConfirmation(
	user: User,
	events: readonly RecordedEvent[],
	code: string,
	day: Day
): RecordedEvent | undefined {
	const corrections = correctionsOf(events);
	return events.find(
		({ id, kind, milestoneCode, effectiveOn, recordedBy }) =>
			kind === 'confirmed' &&
			milestoneCode === code &&
			effectiveOn === day &&
			recordedBy === user.id &&
			!corrections.has(id)
	);
}

export function authorOf(user: User): Author {
	return { id: user.id, organisation: user.organisation };
}

/** Records in one transaction, behind the lock of all writers, unless it was recorded by its key before. */
async function recordOnce(
	db: Kysely<DB>,
	user: User,
	sent: Sent | null,
	record: (trx: Transaction<DB>) => Promise<Outcome>
): Promise<Outcome> {
	return db.transaction().execute(async (trx): Promise<Outcome> => {
		await lockWriters(trx);
		const before = sent && (await findSentBefore(trx, user, [sent])).get(sent.key);
		if (before?.eventId) return { outcome: 'recorded', eventId: before.eventId };
		const outcome = await record(trx);
		if (outcome.outcome === 'recorded') await rememberSent(trx, user, [sent], outcome);
		return outcome;
	});
}

/** `events` are those of the subject, read behind the lock of all writers. */
async function append(
	trx: Transaction<DB>,
	user: User,
	events: readonly RecordedEvent[],
	event: NewEvent
): Promise<Outcome> {
	const { level, id } = event.subject;
	const eventId = await appendEvent(
		trx,
		authorOf(user),
		{ ...event, subject: { level, id } },
		events
	);
	return { outcome: 'recorded', eventId };
}
