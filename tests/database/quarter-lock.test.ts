import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayLockQuarters } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import {
	decideAboutQuarter,
	listLockEntries,
	lockedQuarters,
	type LockDecision
} from '#lib/server/ledger/quarter-lock/quarter-lock.ts';
import type { BatchAct } from '#lib/server/work/batch/act.ts';
import { recordBatch } from '#lib/server/work/batch/record-batch.ts';
import { undoBatch } from '#lib/server/work/batch/undo-batch.ts';
import { findWorkLibrary } from '#lib/server/work/update/queries.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { authorOf, recordAct, undoEntry } from '#lib/server/work/update/service.ts';
import { actForm, type ActValues } from '#lib/work/update/schema.ts';
import {
	insertBasics,
	insertLibrary,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-11-10';
const THIRD = '2021-09-30';
const FORM = { kind: 'form', label: 'test' } as const;

let database: TestDatabase;
let adviser: User;
let manager: User;
let slug: string;
let libraryId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
});
afterAll(() => database.drop());

beforeEach(async () => {
	const { ownerDb } = database;
	await setToday(ownerDb, TODAY);
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	({ id: libraryId, slug } = await insertLibrary(ownerDb, { supportInstituteId }));
	await decide({ quarterEnd: THIRD, kind: 'unlocked', reason: 'Begin van een test' });
});

const decide = (decision: LockDecision) =>
	decideAboutQuarter(database.db, authorOf(manager), decision);
const lock = () => decide({ quarterEnd: THIRD, kind: 'locked', reason: 'Verantwoording' });
const except = (until: string) =>
	decide({ quarterEnd: THIRD, kind: 'excepted', userId: adviser.id, until, reason: 'Foutje' });

const reached = (effectiveOn: string): NewEvent => ({
	...{ subject: libraryOf(libraryId), milestoneCode: 'training', kind: 'achieved' },
	effectiveOn
});
const append = (event: NewEvent, user = adviser) =>
	database.db.transaction().execute((trx) => appendEvents(trx, authorOf(user), [event]));

/** Records by the form, as the page does. */
async function record(
	values: Partial<ActValues>,
	act: 'achieve' | 'correct' = 'achieve',
	today = TODAY
) {
	const subject = (await findWorkLibrary(database.db, slug, today))!;
	const events = await listSubjectEvents(database.db, subject);
	const outcome = await recordAct(
		database.db,
		adviser,
		subject,
		act,
		{
			...actForm.parse({}),
			...{ milestone: 'training', basedOn: events.at(-1)?.id ?? null },
			...values
		},
		today
	);
	return outcome.outcome === 'invalid' ? outcome.problems : outcome.outcome;
}
const refusedAt = (field: string) => [{ field, code: 'quarter_locked' }];

describe('in a quarter that is locked for entry', () => {
	it('nothing is recorded by a form, and the days around it are free', async () => {
		await lock();
		expect(await record({ effectiveOn: '2021-09-30' })).toEqual(refusedAt('effectiveOn'));
		expect(await record({ effectiveOn: '2021-07-01' })).toEqual(refusedAt('effectiveOn'));
		expect(await record({ effectiveOn: '2021-10-01' })).toBe('recorded');
	});

	it('nothing is corrected or taken back, one by one or as a batch', async () => {
		const act: BatchAct = {
			...{ key: 'a', level: 'library', id: libraryId, act: 'achieve' },
			values: { ...actForm.parse({}), milestone: 'training', effectiveOn: '2021-08-02' }
		};
		const subjects = await listSubjects(database.db, [act], TODAY);
		const batch = await recordBatch(database.db, adviser, FORM, [act], subjects, TODAY);
		const [entry] = await listSubjectEvents(database.db, libraryOf(libraryId));
		await lock();
		const asCorrection = { event: entry!.id, effectiveOn: '2021-10-04' };
		expect(await record(asCorrection, 'correct')).toEqual(refusedAt('form'));
		const subject = (await findWorkLibrary(database.db, slug, TODAY))!;
		expect(await undoEntry(database.db, adviser, subject, entry!.id, TODAY)).toEqual({
			...{ outcome: 'invalid', problems: refusedAt('form') }
		});
		const whole = { batchId: batch.batchId!, eventId: null };
		expect(await undoBatch(database.db, adviser, whole, TODAY)).toEqual({ outcome: 'locked' });
		const undo: BatchAct = {
			...{ key: 'u', level: 'library', id: libraryId, act: 'undo' },
			values: {
				...actForm.parse({}),
				...{ milestone: 'training', event: entry!.id, basedOn: entry!.id }
			}
		};
		const tried = await recordBatch(database.db, adviser, FORM, [undo], subjects, TODAY);
		expect(tried.outcomes).toMatchObject([
			{ outcome: 'invalid', errors: { form: expect.stringContaining('vergrendeld') } }
		]);
		expect(await listSubjectEvents(database.db, libraryOf(libraryId))).toHaveLength(1);
		await decide({ quarterEnd: THIRD, kind: 'unlocked', reason: 'Toch nog iets' });
		expect(await undoBatch(database.db, adviser, whole, TODAY)).toMatchObject({ undone: 1 });
	});

	it('the database refuses what comes any other way, also of the programme manager', async () => {
		await lock();
		const refused = { constraint: 'event_quarter_locked' };
		await expect(append(reached('2021-08-02'))).rejects.toMatchObject(refused);
		await expect(append(reached('2021-08-02'), manager)).rejects.toMatchObject(refused);
		await append(reached('2021-06-30'));
		const [entry] = await listSubjectEvents(database.db, libraryOf(libraryId));
		await append({ ...reached('2021-06-29'), correctsEventId: entry!.id });
		const [, corrected] = await listSubjectEvents(database.db, libraryOf(libraryId));
		const into = { ...reached('2021-07-01'), correctsEventId: corrected!.id };
		await expect(append(into)).rejects.toMatchObject(refused);
	});

	it('who has an exception records until its last day, and nobody else', async () => {
		await lock();
		await except('2021-11-12');
		const subject = (await findWorkLibrary(database.db, slug, TODAY))!;
		const colleague = await insertUser(
			database.ownerDb,
			'advisor',
			subject.library.supportInstituteId
		);
		await expect(append(reached('2021-08-02'), colleague)).rejects.toMatchObject({
			constraint: 'event_quarter_locked'
		});
		await setToday(database.ownerDb, '2021-11-12');
		expect(await record({ effectiveOn: '2021-08-02' }, 'achieve', '2021-11-12')).toBe('recorded');
		await setToday(database.ownerDb, '2021-11-13');
		const again = { event: (await listSubjectEvents(database.db, subject))[0]!.id };
		expect(await record({ ...again, effectiveOn: '2021-08-03' }, 'correct', '2021-11-13')).toEqual(
			refusedAt('form')
		);
	});

	it('an exception can be ended before its day', async () => {
		await lock();
		await except('2021-11-12');
		const ended = { quarterEnd: THIRD, kind: 'exception_ended', userId: adviser.id } as const;
		await decide({ ...ended, reason: 'Klaar' });
		expect(await record({ effectiveOn: '2021-08-02' })).toEqual(refusedAt('effectiveOn'));
	});
});

describe('what is decided about a quarter', () => {
	it('is kept, once, with who and why', async () => {
		expect(await lock()).toBe('recorded');
		expect(await lock()).toBe('same');
		expect(
			(await lockedQuarters(database.db).execute()).map(({ start, end }) => [start, end])
		).toEqual([['2021-07-01', '2021-09-30']]);
		const [last] = await listLockEntries(database.db, THIRD);
		expect(last).toMatchObject({
			...{ kind: 'locked', reason: 'Verantwoording', author: manager.name, recordedOn: TODAY }
		});
		await expect(sql`delete from quarter_lock`.execute(database.db)).rejects.toMatchObject({
			constraint: 'quarter_lock_append_only'
		});
	});

	it.each([
		['quarter_lock_of_quarter', { quarterEnd: '2021-08-31', kind: 'locked', reason: 'x' }],
		['quarter_lock_after_quarter', { quarterEnd: '2021-12-31', kind: 'locked', reason: 'x' }],
		['quarter_lock_reason_length', { quarterEnd: THIRD, kind: 'locked', reason: ' ' }]
	] as const)('breaks %s', async (constraint, decision) => {
		await expect(decide(decision)).rejects.toMatchObject({ constraint });
	});

	it.each([
		['2021-11-09', 'quarter_lock_exception_sensible'],
		['2022-02-11', 'quarter_lock_exception_sensible']
	])('is no exception until %s', async (until, constraint) => {
		await expect(except(until)).rejects.toMatchObject({ constraint });
	});

	it('is for the programme manager alone', () => {
		expect(
			[manager, adviser, { ...manager, role: 'stakeholder' as const }, undefined].map(
				mayLockQuarters
			)
		).toEqual([...[true, false, false, false]]);
	});
});
