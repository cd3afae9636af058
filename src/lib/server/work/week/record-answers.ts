import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { recordedEventColumns } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { circumstancesOf, codesOf } from '#lib/server/work/update/circumstances.ts';
import { subjectKey } from '#lib/server/work/update/list-subjects.ts';
import { listRules, lockWriters, type Rules } from '#lib/server/work/update/queries.ts';
import { authorOf, findConfirmation } from '#lib/server/work/update/service.ts';
import {
	eventValuesOf,
	isOfAnotherDay,
	plainValues,
	saySame,
	type EventValues
} from '#lib/work/update/event-values.ts';
import { problemErrors, problemText } from '#lib/work/update/problem-text.ts';
import { problemsOf } from '#lib/work/update/rules.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { ReadLine } from '#lib/work/week/read-lines.ts';
import { openBatch } from './open-batch.ts';

/** What became of one answered line. A conflict says what somebody else recorded in between. */
export type LineOutcome = { key: string } &
	/** `eventId`: of the same that was recorded before. */
	(
		| { outcome: 'recorded'; eventId?: number }
		| { outcome: 'invalid'; errors: Errors }
		| { outcome: 'conflict'; theirs: RecordedEvent }
	);

export interface Recorded {
	/** The batch of what was recorded, now or by the same form before; null when nothing was. */
	batchId: number | null;
	outcomes: LineOutcome[];
}

/** A line without anything wrong: what is to be recorded, or null when the same was recorded before. */
type Decision = LineOutcome | { key: string; outcome: 'new'; event: NewEvent };

/**
 * Records the answers of one form, in one transaction and as one batch: the lines without a problem
 * are recorded, the others say what is wrong. Sent twice it records once. `subjects` has those of all
 * lines, by `subjectKey`; the caller has checked that the user may write for each of their libraries.
 */
export async function recordAnswers(
	db: Kysely<DB>,
	user: User,
	lines: readonly ReadLine[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const events = await listEventsOf(trx, [...subjects.values()]);
		const rules = await listRules(trx, [...subjects.values()]);
		const decisions = lines.map((line): Decision => {
			const subject = subjects.get(subjectKey(line));
			if (!subject) return { key: line.key, outcome: 'invalid', errors: gone() };
			const known = events.get(subjectKey(line)) ?? [];
			return decide(user, line, subject, known, rules.get(subject.templateId)!, today);
		});
		const added = decisions.flatMap((one) => (one.outcome === 'new' ? [one.event] : []));
		const before = decisions.flatMap((one) => ('eventId' in one ? (one.eventId ?? []) : []));
		return {
			batchId: added.length > 0 ? await append(trx, user, added) : await findBatch(trx, before),
			outcomes: decisions.map((one) =>
				one.outcome === 'new' ? { key: one.key, outcome: 'recorded' } : one
			)
		};
	});
}

async function append(trx: Transaction<DB>, user: User, events: NewEvent[]): Promise<number> {
	const batchId = await openBatch(trx, user, 'week');
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

const gone = (): Errors => ({ form: problemText('gone') });

function decide(
	user: User,
	line: ReadLine,
	subject: WorkSubject,
	events: readonly RecordedEvent[],
	rules: Rules,
	today: Day
): Decision {
	const { key, answer, milestoneCode, values } = line;
	const { libraryId, informationPointId } = subject;
	const about = { libraryId, informationPointId, correctsEventId: null };
	if (answer === 'confirm') {
		if (!mayConfirm(subject, milestoneCode)) return { key, outcome: 'invalid', errors: gone() };
		const before = findConfirmation(user, events, milestoneCode, today);
		if (before) return { key, outcome: 'recorded', eventId: before.id };
		const event = { ...plainValues('confirmed', milestoneCode, today), ...about };
		return { key, outcome: 'new', event };
	}
	const now = circumstancesOf(subject, events, rules, milestoneCode, today);
	const mine = eventValuesOf(answer, values, today);
	const before = findSame(user, events, mine, values.basedOn);
	if (before) return { key, outcome: 'recorded', eventId: before.id };
	const newest = now.milestone.lastEvent;
	if (newest && newest.id !== values.basedOn) return { key, outcome: 'conflict', theirs: newest };
	// All errors at once; asked once about a form of another day, which goes back as one of today.
	const errors: Errors = {
		...(isOfAnotherDay(values, today) ? { effectiveOn: problemText('another_day') } : {}),
		...problemErrors(problemsOf(answer, values, now)),
		...line.errors
	};
	if (Object.keys(errors).length > 0) return { key, outcome: 'invalid', errors };
	return { key, outcome: 'new', event: { ...mine, ...about } };
}

const mayConfirm = ({ level, exists }: WorkSubject, milestoneCode: string) =>
	exists && (milestoneCode === RECORD || codesOf(level).includes(milestoneCode));

/**
 * The same statement by the same person as the newest entry, made since the form was: it was sent twice.
 * Of the milestone that it became, because an opening that works only online is none.
 */
function findSame(
	user: User,
	events: readonly RecordedEvent[],
	mine: EventValues,
	basedOn: number | null
): RecordedEvent | undefined {
	const newest = events.findLast(({ milestoneCode }) => milestoneCode === mine.milestoneCode);
	const same = newest?.recordedBy === user.id && newest.id !== basedOn && saySame(mine, newest);
	return same ? newest : undefined;
}

/** All events of these libraries and locations, by `subjectKey`, in order of recording. */
async function listEventsOf(
	trx: Transaction<DB>,
	subjects: readonly WorkSubject[]
): Promise<Map<string, RecordedEvent[]>> {
	const libraryIds = subjects.flatMap(({ libraryId }) => libraryId ?? []);
	const pointIds = subjects.flatMap(({ informationPointId }) => informationPointId ?? []);
	const { rows } = await sql<RecordedEvent>`select ${recordedEventColumns} from event
		where library_id = any (${libraryIds}::int[]) or information_point_id = any (${pointIds}::int[])
		order by event.recorded_at, event.id`.execute(trx);
	return Map.groupBy(rows, ({ libraryId, informationPointId }) =>
		libraryId === null
			? subjectKey({ level: 'information_point', id: informationPointId! })
			: subjectKey({ level: 'library', id: libraryId })
	);
}
