import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision, EventKind, OpeningForm } from '#lib/ledger/event/event.ts';
import type { DB, MilestoneState } from '#lib/server/platform/db/schema.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import { historyRows, subjectColumn, subjectIds } from '#lib/server/ledger/subject/columns.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import { projectEvents, type SubjectEvent } from './project.ts';

/** Who records, and for which organisation; the public only ever sees the organisation. */
export interface Author {
	id: string;
	organisation: string;
}

export interface NewEvent {
	subject: Subject;
	milestoneCode: string;
	kind: EventKind;
	effectiveOn: Day;
	targetOn?: Day | null;
	openingForm?: OpeningForm | null;
	datePrecision?: DatePrecision;
	reasonCode?: string | null;
	note?: string | null;
	noteVisibility?: 'internal' | 'stakeholders';
	correctsEventId?: number | null;
	/** Where it was read, for what nobody of the rollout said. */
	source?: string | null;
	confidence?: string;
	/** The day on which what is loaded as history was known; else it is recorded now. */
	recordedOn?: Day;
}

const ROWS_PER_INSERT = 2000;

/**
 * Records events and brings the projection up to date, in the caller's transaction; the only
 * writer of facts. Takes the write lock first, so commit order is recording order. Answers the
 * ids in the order given. Throws on a broken constraint; map it with `constraintMessage`.
 */
export async function appendEvents(
	trx: Transaction<DB>,
	author: Author,
	events: readonly NewEvent[],
	batchId: number | null = null
): Promise<number[]> {
	// Many go in parts, for a statement has at most 65,535 parameters; they are still of one moment.
	const moment = events.length > ROWS_PER_INSERT ? await takeRecordStamp(trx) : null;
	const ids: number[] = [];
	for (let start = 0; start < events.length; start += ROWS_PER_INSERT) {
		const rows = events
			.slice(start, start + ROWS_PER_INSERT)
			.map((event) => ({ ...rowOf(author, event, moment), batchId }));
		const insert = moment === null ? withStamp(trx) : trx;
		const inserted = await insert.insertInto('event').values(rows).returning('id').execute();
		ids.push(...inserted.map((row) => row.id));
	}
	await reproject(trx, events);
	return ids;
}

/**
 * The same for one event, whose subject has the events `known`: read behind the lock of all writers, so
 * that nothing came after them. With what is known there is less to ask, for this is what an adviser
 * waits for. Answers the id.
 */
export async function appendEvent(
	trx: Transaction<DB>,
	author: Author,
	event: NewEvent,
	known: readonly SubjectEvent[]
): Promise<number> {
	const { subject, milestoneCode, kind, effectiveOn } = event;
	const written = await withStamp(trx)
		.with('gone', (one) =>
			one
				.deleteFrom('milestoneState')
				.where('milestoneCode', '=', milestoneCode)
				.where(subject.level === 'library' ? 'libraryId' : 'informationPointId', '=', subject.id)
		)
		.insertInto('event')
		.values(rowOf(author, event, null))
		.returning(['id', 'targetOn', 'reasonCode', 'correctsEventId'])
		.returning([RECORDED_AT.as('recordedAt'), sql<Day>`event.recorded_on`.as('recordedOn')])
		.executeTakeFirstOrThrow();
	const { openingForm = null } = event;
	const added = { ...written, subject, milestoneCode, kind, effectiveOn, openingForm };
	const history = known.filter((one) => one.milestoneCode === milestoneCode);
	await insertStates(trx, projectEvents([...history, added]));
	return written.id;
}

/** An event as a row; of the moment of `stamp` where no moment is given. */
function rowOf(author: Author, { subject, recordedOn, ...event }: NewEvent, moment: string | null) {
	return {
		...event,
		...subjectIds(subject),
		recordedAt: recordedOn
			? sql<string>`(${recordedOn}::date + time '12:00') at time zone 'Europe/Amsterdam'`
			: (moment ?? sql<string>`(select recorded_at from stamp)`),
		recordedBy: author.id,
		recordedFor: author.organisation
	};
}

/** One question for the moment and the rows, for this is what an adviser waits for. */
const withStamp = (trx: Transaction<DB>) =>
	trx.with('stamp', (one) => one.selectNoFrom(sql`(record_stamp()).recorded_at`.as('recordedAt')));

/** Projects anew the complete histories (all events of a subject and milestone) of the given events. */
async function reproject(trx: Transaction<DB>, events: readonly NewEvent[]): Promise<void> {
	const { rows: histories } = await sql<SubjectEvent>`
		with touched as ${historyRows(events)}, gone_of_libraries as (
			delete from milestone_state state using touched
			where state.milestone_code = touched.milestone_code and state.library_id = touched.library_id
		), gone_of_points as (
			delete from milestone_state state using touched
			where state.milestone_code = touched.milestone_code
				and state.information_point_id = touched.information_point_id
		)
		select ${ledgerEventColumns} from event join touched
			on event.milestone_code = touched.milestone_code and event.library_id = touched.library_id
		union all
		select ${ledgerEventColumns} from event join touched
			on event.milestone_code = touched.milestone_code
			and event.information_point_id = touched.information_point_id`.execute(trx);
	await insertStates(trx, projectEvents(histories));
}

/** The moment of recording as text, with microseconds. */
const RECORDED_AT = sql<string>`to_char(event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of `event` that make a `SubjectEvent`. */
export const ledgerEventColumns = sql`event.id, ${subjectColumn('event')}, event.milestone_code,
	 event.kind, event.effective_on, event.target_on, event.opening_form, event.reason_code,
	${RECORDED_AT} as recorded_at, event.recorded_on, event.corrects_event_id`;

/** Makes `milestone_state` again from the whole ledger. */
export async function rebuildMilestoneState(db: Kysely<DB>): Promise<void> {
	const { rows } = await sql<SubjectEvent>`select ${ledgerEventColumns} from event`.execute(db);
	await db.deleteFrom('milestoneState').execute();
	await insertStates(db, projectEvents(rows));
}

async function insertStates(
	db: Kysely<DB>,
	states: readonly Insertable<MilestoneState>[]
): Promise<void> {
	if (states.length === 0) return;
	if (states.length <= ROWS_PER_INSERT) {
		await db.insertInto('milestoneState').values(states).execute();
		return;
	}
	// A file brings tens of thousands: as one text they take a fraction of the time of parameters.
	const rows = states.map((state) => ({
		...{ library_id: state.libraryId, information_point_id: state.informationPointId },
		...{ milestone_code: state.milestoneCode, lane: state.lane, kind: state.kind },
		...{ on_day: state.onDay, target_on: state.targetOn, reason_code: state.reasonCode },
		...{ opening_form: state.openingForm, event_id: state.eventId },
		...{ valid_from: state.validFrom, valid_to: state.validTo },
		...{ known_from: state.knownFrom, known_to: state.knownTo }
	}));
	await sql`
		insert into milestone_state (library_id, information_point_id, milestone_code, lane, kind, on_day,
			target_on, reason_code, opening_form, event_id, valid_from, valid_to, known_from, known_to)
		select library_id, information_point_id, milestone_code, lane, kind, on_day,
			target_on, reason_code, opening_form, event_id, valid_from, valid_to, known_from, known_to
		from json_populate_recordset(null::milestone_state, ${JSON.stringify(rows)}::json)`.execute(db);
}
