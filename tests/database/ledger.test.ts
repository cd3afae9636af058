import { sql, type Kysely, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { insertBasics, insertLibrary, setToday } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';

const AUTHOR = { id: 'test', organisation: 'Proef-POI' };
const TODAY = '2021-05-10';

let database: TestDatabase;
let libraryId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	libraryId = (await insertLibrary(database.ownerDb)).id;
	await setToday(database.ownerDb, TODAY);
});
afterAll(() => database.drop());

function plan(values: Partial<NewEvent> = {}): NewEvent {
	return {
		...{ subject: libraryOf(libraryId), milestoneCode: 'training' },
		...{ kind: 'planned', effectiveOn: TODAY, targetOn: '2021-06-01' },
		...values
	};
}

function append(events: NewEvent[], db: Kysely<DB> = database.db): Promise<number[]> {
	return db.transaction().execute((trx) => appendEvents(trx, AUTHOR, events));
}

describe('the ledger', () => {
	it.each(["update event set note = 'anders'", 'delete from event', 'truncate event cascade'])(
		'refuses its owner: %s',
		async (statement) => {
			await append([plan()]);
			await expect(sql.raw(statement).execute(database.ownerDb)).rejects.toMatchObject({
				code: '23001',
				constraint: 'event_append_only'
			});
			await expect(sql.raw(statement).execute(database.db)).rejects.toMatchObject({
				code: '42501'
			});
		}
	);

	it('keeps nothing of a transaction that fails later', async () => {
		const before = await database.db.selectFrom('event').select('id').execute();
		const failing = database.db.transaction().execute(async (trx) => {
			await appendEvents(trx, AUTHOR, [plan()]);
			throw new Error('something else went wrong');
		});
		await expect(failing).rejects.toThrow('something else');
		expect(await database.db.selectFrom('event').select('id').execute()).toEqual(before);
	});

	it.each<[string, Partial<NewEvent>]>([
		['event_not_in_the_future', { kind: 'achieved', effectiveOn: '2021-05-11', targetOn: null }],
		['event_target_with_plan', { targetOn: null }],
		['event_undone_corrects', { kind: 'undone', targetOn: null }],
		['event_operation_kinds', { kind: 'online_only', targetOn: null }],
		['event_opening_form_of_opening', { openingForm: 'volledig' }],
		['event_record_only_confirmed', { milestoneCode: 'record', kind: 'achieved', targetOn: null }],
		['event_reason_exists', { reasonCode: 'bestaat_niet' }],
		['event_milestone_exists', { milestoneCode: 'bestaat_niet' }],
		['event_note_length', { note: 'x'.repeat(2001) }]
	])('refuses by the constraint %s', async (constraint, values) => {
		await expect(append([plan(values)])).rejects.toMatchObject({ constraint });
	});

	it.each([
		[{ libraryId: null, informationPointId: null }],
		[{ libraryId: 1, informationPointId: 1 }]
	])('refuses an event that is not about one subject: %o', async (ids) => {
		const values = { milestoneCode: 'training', kind: 'confirmed', effectiveOn: TODAY };
		const author = { recordedBy: 'test', recordedFor: 'Proef-POI' };
		await expect(
			database.db
				.insertInto('event')
				.values({ ...ids, ...values, ...author, recordedAt: `${TODAY}T10:00:00Z` })
				.execute()
		).rejects.toMatchObject({ constraint: 'event_one_subject' });
	});

	it('lets an event be corrected once, and only for the same subject and milestone', async () => {
		const [first] = await append([plan()]);
		await expect(
			append([plan({ milestoneCode: 'netwerk', correctsEventId: first! })])
		).rejects.toMatchObject({ constraint: 'event_correction_same_subject' });
		await append([plan({ correctsEventId: first! })]);
		await expect(append([plan({ correctsEventId: first! })])).rejects.toMatchObject({
			constraint: 'event_corrected_once'
		});
	});
});

describe('writers at the same time', () => {
	/** Resolves once the session waits for the lock of the one `data_version` row. */
	async function waitsForLock(pid: number): Promise<void> {
		await vi.waitFor(async () => {
			const { rows } = await sql<{ blocked: boolean }>`
				select pg_blocking_pids(${pid}) <> '{}' as blocked`.execute(database.ownerDb);
			expect(rows).toEqual([{ blocked: true }]);
		});
	}

	/** Records in a transaction that commits when told; `started` tells its session. */
	function appendStepwise(event: NewEvent, mayCommit: Promise<void>) {
		const started = Promise.withResolvers<number>();
		const appended = Promise.withResolvers<void>();
		const done = database.db.transaction().execute(async (trx: Transaction<DB>) => {
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
			started.resolve(rows[0]!.pid);
			const ids = await appendEvents(trx, AUTHOR, [event]);
			appended.resolve();
			await mayCommit;
			return ids[0]!;
		});
		return { started: started.promise, appended: appended.promise, done };
	}

	it('get their moment of recording only after the writer before them committed', async () => {
		await database.ownerDb.updateTable('installation').set({ demoToday: null }).execute();
		const event = plan({ effectiveOn: '2021-05-01' });
		const mayCommit = Promise.withResolvers<void>();
		const first = appendStepwise(event, mayCommit.promise);
		await first.appended;
		const second = appendStepwise(event, Promise.resolve());
		await waitsForLock(await second.started);
		const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(
			database.ownerDb
		);
		mayCommit.resolve();
		const [before, after] = await recordedAt([await first.done, await second.done]);
		expect(before!.getTime()).toBeLessThanOrEqual(rows[0]!.now.getTime());
		expect(after!.getTime()).toBeGreaterThanOrEqual(rows[0]!.now.getTime());
	});

	it('never record something before what anybody could already read', async () => {
		let writing = true;
		const snapshots: string[][] = [];
		const readSnapshot = async () => {
			const { rows } = await sql<{ at: string }>`select recorded_at::text as at from event
				order by recorded_at`.execute(database.ownerDb);
			snapshots.push(rows.map((row) => row.at));
		};
		const reader = (async () => {
			while (writing) await readSnapshot();
		})();
		const writers = Array.from({ length: 40 }, () => append([plan({ effectiveOn: '2021-05-01' })]));
		await Promise.all(writers).finally(() => (writing = false));
		await reader;
		await readSnapshot();
		const final = snapshots.at(-1)!;
		expect(new Set(final).size).toBe(final.length);
		expect(snapshots.length).toBeGreaterThan(3);
		for (const snapshot of snapshots) expect(final.slice(0, snapshot.length)).toEqual(snapshot);
	});

	async function recordedAt(ids: number[]): Promise<Date[]> {
		const rows = await database.db
			.selectFrom('event')
			.select(['id', 'recordedAt'])
			.where('id', 'in', ids)
			.orderBy('id')
			.execute();
		return rows.map((row) => row.recordedAt);
	}
});
