import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { LANES, type EventKind } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import {
	appendEvents,
	ledgerEventColumns,
	rebuildMilestoneState
} from '#lib/server/ledger/event/append.ts';
import type { SubjectEvent } from '#lib/server/ledger/event/project.ts';
import { additionOf, anyAct, daysOf, type Act } from '#tests/factories/history.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	setToday
} from '#tests/factories/reference.ts';
import { allowImpossibleOrder } from '#tests/factories/random-story.ts';
import { standingByFold, type Standing } from '#tests/factories/standing.ts';
import { isAbout } from '#lib/server/ledger/subject/columns.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';

interface History {
	subject: Subject;
	milestoneCode: string;
}

const AUTHOR = { id: 'test', organisation: 'Proef-POI' };
const OPERATION_KINDS: readonly EventKind[] = [
	'online_only',
	'temporarily_closed',
	'reopened',
	'permanently_closed'
];

let database: TestDatabase;
let municipality: string;
/** Recording goes on where the run before stopped: the clock of the ledger never goes back. */
let today: Day = '2020-03-01';

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	municipality = await insertMunicipality(database.ownerDb);
	await allowImpossibleOrder(database.ownerDb);
});
afterAll(() => database.drop());

/** Two libraries and their points, so that a write for one could spoil another. */
async function newHistories(db: Kysely<DB>): Promise<History[]> {
	const libraries = [await insertLibrary(db), await insertLibrary(db)];
	const points = await Promise.all(
		libraries.map(({ id }) => insertInformationPoint(db, id, municipality))
	);
	return [
		...libraries.map(({ id }) => ({ subject: libraryOf(id), milestoneCode: 'training' })),
		...points.flatMap((id) =>
			['opening', OPERATION].map((milestoneCode) => ({ subject: pointOf(id), milestoneCode }))
		)
	];
}

async function readHistory(db: Kysely<DB>, of: History): Promise<SubjectEvent[]> {
	const { rows } = await sql<SubjectEvent>`select ${ledgerEventColumns} from event
		where ${isAbout('event', of.subject)} and milestone_code = ${of.milestoneCode} order by id`.execute(
		db
	);
	return rows;
}

/** An act for this history: the operation of a point has its own kinds. */
function fitting(act: Act, history: History): Act {
	if (history.milestoneCode !== OPERATION) return act;
	return { ...act, kind: OPERATION_KINDS[act.pick % OPERATION_KINDS.length]! };
}

/** Records one act for each of the given histories, in one transaction. */
async function record(acts: { of: History; act: Act }[]): Promise<void> {
	today = addDays(today, acts[0]!.act.daysLater);
	await setToday(database.ownerDb, today);
	await database.db.transaction().execute(async (trx) => {
		const events = await Promise.all(
			acts.map(async ({ of, act }) => {
				const { corrects, ...values } = additionOf(
					await readHistory(trx, of),
					fitting(act, of),
					today
				);
				return { ...of, ...values, correctsEventId: corrects?.id ?? null };
			})
		);
		await appendEvents(trx, AUTHOR, events);
	});
}

/** By "lane D K": the event that `milestone_state` gives, over all the given days. */
async function projected(of: History, days: readonly Day[]): Promise<Map<string, number>> {
	const { rows } = await sql<{ at: string; eventId: number }>`
		select concat_ws(' ', lane, valid_on, known_on) as at, event_id
		from unnest(${days}::date[]) valid_on cross join unnest(${days}::date[]) known_on
		join milestone_state state on valid_from <= valid_on and valid_on < valid_to
			and known_from <= known_on and known_on < known_to
		where ${isAbout('state', of.subject)} and milestone_code = ${of.milestoneCode}`.execute(
		database.db
	);
	expect(new Set(rows.map((row) => row.at)).size).toBe(rows.length);
	return new Map(rows.map((row) => [row.at, row.eventId]));
}

/** The same by the plain fold over the events. */
function folded(events: readonly SubjectEvent[], days: readonly Day[]): Map<string, number> {
	const states = new Map<string, number>();
	for (const lane of LANES)
		for (const validOn of days)
			for (const knownOn of days) {
				const event = stateAt(events, lane, validOn, knownOn);
				if (event) states.set(`${lane} ${validOn} ${knownOn}`, event.id);
			}
	return states;
}

/** What is kept of where it stands now; null without a row. */
async function standing(of: History): Promise<Standing | null> {
	const { rows } = await sql<Standing>`
		select milestone_code, status, status_on, status_event, ends_on, plan_on, plan_made_on, plan_event,
			plan_reason, forecast_on, first_on, first_event, confirmed_on
		from milestone_standing state
		where ${isAbout('state', of.subject)} and milestone_code = ${of.milestoneCode}`.execute(
		database.db
	);
	expect(rows.length).toBeLessThan(2);
	return rows[0] ?? null;
}

async function expectProjectionToEqualFold(histories: readonly History[]): Promise<void> {
	for (const of of histories) {
		const events = await readHistory(database.db, of);
		const days = daysOf(events);
		expect(await projected(of, days)).toEqual(folded(events, days));
		expect(await standing(of)).toEqual(standingByFold(events, days.at(-1)!));
	}
}

describe('milestone_state', () => {
	it('equals the plain fold over the ledger for any D and K, after any writes', async () => {
		const write = fc.array(fc.tuple(fc.nat({ max: 5 }), anyAct), { minLength: 1, maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 10 }), async (writes) => {
				const histories = await newHistories(database.ownerDb);
				for (const entries of writes) {
					const perHistory = new Map(
						entries.map(([index, act]) => [index % histories.length, act])
					);
					await record([...perHistory].map(([index, act]) => ({ of: histories[index]!, act })));
				}
				await expectProjectionToEqualFold(histories);
			}),
			{ numRuns: 25 }
		);
	});

	it('is the same after it is made again from the whole ledger', async () => {
		const rows = () =>
			database.db
				.selectFrom('milestoneState')
				.selectAll()
				.orderBy('eventId')
				.orderBy('lane')
				.orderBy('validFrom')
				.orderBy('knownFrom')
				.execute();
		const before = await rows();
		await database.db.transaction().execute((trx) => rebuildMilestoneState(trx));
		expect(before.length).toBeGreaterThan(50);
		expect(await rows()).toEqual(before);
	});
});
