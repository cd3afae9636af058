import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import type { BatchAct } from '#lib/server/work/batch/act.ts';
import { previewBatch, recordBatch } from '#lib/server/work/batch/record-batch.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { actForm, type ActValues } from '#lib/work/update/schema.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';

const TODAY = '2021-05-10';
const FORM = { kind: 'form', label: 'test' } as const;

let database: TestDatabase;
let adviser: User;
let colleague: User;
let libraryId: number;
let pointId: number;
let municipality: Awaited<ReturnType<typeof insertMunicipality>>;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	await database.ownerDb
		.insertInto('reason')
		.values({ code: 'ict', labelNl: 'Ict', labelEn: 'IT', external: false, position: 1 })
		.execute();
	await setToday(database.ownerDb, TODAY);
});
afterAll(() => database.drop());

beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	colleague = await insertUser(ownerDb, 'advisor', supportInstituteId);
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId })).id;
	municipality = await insertMunicipality(ownerDb);
	pointId = await insertInformationPoint(ownerDb, libraryId, municipality);
});

let count = 0;
const act = (
	name: BatchAct['act'],
	values: Partial<ActValues>,
	about: Partial<BatchAct> = {}
): BatchAct => ({
	key: `${count++}`,
	...{ level: 'library', id: libraryId, act: name },
	values: { ...actForm.parse({}), milestone: 'training', ...values },
	...about
});
const atPoint = (): Partial<BatchAct> => ({ level: 'information_point', id: pointId });

const send = async (acts: BatchAct[], user = adviser) =>
	recordBatch(database.db, user, FORM, acts, await listSubjects(database.db, acts, TODAY), TODAY);
const preview = async (acts: BatchAct[]) =>
	previewBatch(database.db, adviser, acts, await listSubjects(database.db, acts, TODAY), TODAY);

const eventsOfLibrary = () => listSubjectEvents(database.db, libraryOf(libraryId));
const said = async () =>
	(await eventsOfLibrary()).map(({ kind, targetOn, effectiveOn }) => [
		kind,
		targetOn ?? effectiveOn
	]);
const newestId = async () => Math.max(...(await eventsOfLibrary()).map(({ id }) => id));

const append = (user: User, values: Partial<NewEvent>) =>
	database.db.transaction().execute((trx) =>
		appendEvents(trx, authorOf(user), [
			{
				...{ subject: libraryOf(libraryId), milestoneCode: 'training', kind: 'planned' },
				...{ effectiveOn: TODAY, targetOn: '2021-08-01' },
				...values
			}
		])
	);

const planAndReach = () => [
	act('plan', { targetOn: '2021-05-01', effectiveOn: '2021-03-01' }),
	act('achieve', { effectiveOn: '2021-05-04' })
];

describe('the acts of a batch on one milestone', () => {
	it('are judged in order: a plan, and its being reached', async () => {
		const acts = planAndReach();
		expect((await preview(acts)).map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
		expect(await said()).toEqual([]);
		const { outcomes } = await send(acts);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
		expect(await said()).toEqual([
			['planned', '2021-05-01'],
			['achieved', '2021-05-04']
		]);
	});

	it('know the earlier ones: what is reached is not planned, and a second plan asks for a reason', async () => {
		const [plan, reach] = planAndReach();
		const later = { targetOn: '2021-09-01' };
		expect(await preview([reach!, act('plan', later)])).toMatchObject([
			{ outcome: 'recorded' },
			{ outcome: 'invalid', errors: { form: expect.any(String) as string } }
		]);
		expect(await preview([plan!, act('plan', later)])).toMatchObject([
			{ outcome: 'recorded' },
			{ outcome: 'invalid', errors: { reason: expect.any(String) as string } }
		]);
	});

	it('of the operation too: a closing, and its end', async () => {
		const closing = { milestone: 'operation', targetOn: '2021-05-08', reason: 'ict' };
		const acts = [
			act(
				'achieve',
				{ milestone: 'opening', effectiveOn: '2021-04-01', openingForm: 'volledig' },
				atPoint()
			),
			act('temporarily_close', { ...closing, effectiveOn: '2021-05-01' }, atPoint()),
			act('reopen', { milestone: 'operation', effectiveOn: '2021-05-06' }, atPoint())
		];
		const outcomes = [{ outcome: 'recorded' }, { outcome: 'recorded' }, { outcome: 'recorded' }];
		expect((await send(acts)).outcomes).toMatchObject(outcomes);
	});

	it('are recorded once when they are sent twice', async () => {
		const acts = planAndReach();
		const first = await send(acts);
		expect(await send(acts)).toMatchObject({
			batchId: first.batchId,
			outcomes: [{ outcome: 'recorded' }, { outcome: 'recorded' }]
		});
		expect(await said()).toHaveLength(2);
	});

	it('are recorded once too when what was wrong is sent again put right', async () => {
		const [plan, reach] = planAndReach();
		const wrong = act('achieve', { effectiveOn: '2021-06-01' });
		expect((await send([plan!, wrong])).outcomes).toMatchObject([
			{ outcome: 'recorded' },
			{ outcome: 'invalid' }
		]);
		expect((await send([plan!, reach!])).outcomes).toMatchObject([
			{ outcome: 'recorded' },
			{ outcome: 'recorded' }
		]);
		expect(await said()).toHaveLength(2);
	});

	it('all meet what a colleague recorded in between', async () => {
		const acts = planAndReach();
		await append(colleague, {});
		const theirs = { recordedBy: colleague.id };
		const { batchId, outcomes } = await send(acts);
		expect(batchId).toBe(null);
		expect(outcomes).toMatchObject([
			{ outcome: 'conflict', theirs },
			{ outcome: 'conflict', theirs }
		]);
		// Also when they were recorded themselves: what was said is not what holds any more.
		const basedOn = await newestId();
		const mine = [act('plan', { basedOn, targetOn: '2021-11-01', reason: 'ict' })];
		await send(mine);
		await append(colleague, { targetOn: '2021-12-01' });
		expect((await send(mine)).outcomes).toMatchObject([{ outcome: 'conflict', theirs }]);
	});
});

describe('an entry', () => {
	it('is put right or taken back in a batch, once when sent twice', async () => {
		await send(planAndReach());
		const basedOn = await newestId();
		const right = [act('correct', { basedOn, event: basedOn, effectiveOn: '2021-05-03' })];
		await send(right);
		expect((await send(right)).outcomes).toMatchObject([{ outcome: 'recorded' }]);
		expect(await said()).toHaveLength(3);
		const corrected = await newestId();
		const back = [act('undo', { basedOn: corrected, event: corrected })];
		await send(back);
		expect((await send(back)).outcomes).toMatchObject([{ outcome: 'recorded' }]);
		expect((await said()).at(-1)).toEqual(['achieved', '2021-05-04']);
		expect(await said()).toHaveLength(4);
	});

	it('of a colleague is not taken back, and nothing is put right twice in one batch', async () => {
		await append(colleague, {});
		const basedOn = await newestId();
		expect(await preview([act('undo', { basedOn, event: basedOn })])).toMatchObject([
			{ outcome: 'invalid', errors: { form: expect.any(String) as string } }
		]);
		const right = (targetOn: string) => act('correct', { basedOn, event: basedOn, targetOn });
		expect(await preview([right('2021-09-01'), right('2021-10-01')])).toMatchObject([
			{ outcome: 'recorded' },
			{ outcome: 'invalid', errors: { form: expect.any(String) as string } }
		]);
	});
});

it('takes five thousand acts at once, in the order given', async () => {
	const points: number[] = [];
	for (let made = 0; made < 500; made++) {
		points.push(await insertInformationPoint(database.ownerDb, libraryId, municipality));
	}
	const codes = milestonesOf('information_point').filter((code) => code !== 'opening');
	const acts = points.flatMap((id) =>
		codes.flatMap((milestone) => {
			const about = { level: 'information_point', id } as const;
			return planAndReach().map(({ act: name, values }) =>
				act(name, { ...values, milestone }, about)
			);
		})
	);
	expect(acts).toHaveLength(5000);
	const { batchId, outcomes } = await send(acts);
	expect(outcomes.map(({ key }) => key)).toEqual(acts.map(({ key }) => key));
	expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['recorded']));
	const { rows, moments } = await database.db
		.selectFrom('event')
		.select(({ fn }) => fn.countAll<number>().as('rows'))
		.select(({ fn }) => fn.count<number>('recordedAt').distinct().as('moments'))
		.where('batchId', '=', batchId)
		.executeTakeFirstOrThrow();
	expect([Number(rows), Number(moments)]).toEqual([5000, 1]);
	const last = acts.at(-1)!;
	const events = await listSubjectEvents(database.db, pointOf(last.id));
	expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['planned', 'achieved']);
});
