import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayLookAgain } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { listOpenInquiries } from '#lib/server/work/inquiry/list-open.ts';
import { insertReplies } from '#lib/server/work/inquiry/replies.ts';
import {
	approveOpenings,
	judgeOpening,
	type FieldVerdict
} from '#lib/server/work/second-look/judge.ts';
import {
	findPointLook,
	listLooked,
	listProvinceLooks
} from '#lib/server/work/second-look/looked.ts';
import {
	decideAboutProvince,
	listLookRules,
	type LookDecision
} from '#lib/server/work/second-look/rule.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { fieldsOf, openingState } from '#lib/work/second-look/second-look.ts';
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

const TODAY = '2021-11-10';
const NOT_FROM = '2021-11-11';

let database: TestDatabase;
let adviser: User;
let manager: User;
let libraryId: number;
let pointId: number;
let provinceCode: string;
let provinces = 0;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
});
afterAll(() => database.drop());

/** Each test has a province of its own. */
beforeEach(async () => {
	const { ownerDb } = database;
	await setToday(ownerDb, TODAY);
	provinceCode = `PV${String(50 + provinces++)}`;
	const sourced = { source: 'test', confidence: 'invented' } as const;
	await ownerDb
		.insertInto('province')
		.values({
			code: provinceCode,
			slug: `provincie-${provinces}`,
			name: `Provincie ${provinces}`,
			...sourced
		})
		.execute();
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId, provinceCode })).id;
	pointId = await insertInformationPoint(ownerDb, libraryId, await insertMunicipality(ownerDb));
});

const decide = (decision: Partial<LookDecision> = {}) =>
	decideAboutProvince(database.db, authorOf(manager), {
		...{ provinceCode, kind: 'asked', fromOn: TODAY, reason: 'Nieuwe adviseurs' },
		...decision
	} as LookDecision);

async function open(values: Partial<NewEvent> = {}, user = adviser): Promise<number> {
	const event: NewEvent = {
		...{ subject: pointOf(pointId), milestoneCode: 'opening', kind: 'achieved' },
		...{ effectiveOn: '2021-11-01', openingForm: 'volledig' },
		...values
	};
	const trx = database.db.transaction();
	return (await trx.execute((one) => appendEvents(one, authorOf(user), [event])))[0]!;
}

const look = () => findPointLook(database.db, pointId, TODAY);
const states = async () => fieldsOf((await look())!).map(({ state }) => state);
const judge = (eventId: number, fields: FieldVerdict[], basedOn: number | null = null) =>
	judgeOpening(database.db, manager, { eventId, basedOn, fields }, TODAY);
const questions = () => listOpenInquiries(database.db, [pointOf(pointId)]);
const returned = (field: 'day' | 'form', reason = 'Volgens de krant later.'): FieldVerdict => ({
	...{ field, verdict: 'returned', reason }
});
const approved = (field: 'day' | 'form'): FieldVerdict => ({ field, verdict: 'approved' });

describe('a second look', () => {
	it('is asked per province, from a day of recording on', async () => {
		await open();
		expect(await look()).toBeNull();
		await decide({ fromOn: NOT_FROM });
		expect(await look()).toBeNull();
		await decide();
		expect(await look()).toMatchObject({
			...{ pointId, openedOn: '2021-11-01', form: 'volledig', recorder: adviser.name },
			...{ recordedOn: TODAY, looks: [], earlier: [], newestLook: null }
		});
		const own = (await listProvinceLooks(database.db, TODAY)).find(
			({ code }) => code === provinceCode
		);
		expect(own).toMatchObject({ fromOn: TODAY, waiting: 1, returned: 0, approved: 0 });
		await decide({ kind: 'not_asked' });
		expect(await look()).toBeNull();
	});

	it('is not asked of what a programme manager recorded, nor of what was taken back', async () => {
		await decide();
		const first = await open({}, manager);
		expect(await look()).toBeNull();
		const undone = { kind: 'undone' as const, openingForm: null };
		await open({ ...undone, effectiveOn: '2021-11-01', correctsEventId: first });
		const second = await open();
		expect(await states()).toEqual(['unseen', 'unseen']);
		await open({ ...undone, correctsEventId: second });
		expect(await look()).toBeNull();
	});

	it('approves several at once, the oldest first, and once', async () => {
		await decide();
		const first = await open();
		pointId = await insertInformationPoint(
			database.ownerDb,
			libraryId,
			await insertMunicipality(database.ownerDb)
		);
		const second = await open({ openingForm: null });
		const waiting = { state: 'waiting', provinceCode } as const;
		const listed = await listLooked(database.db, waiting, TODAY);
		expect(listed.map(({ eventId }) => eventId)).toEqual([first, second]);
		const paged = await listLooked(database.db, { ...waiting, limit: 1, offset: 1 }, TODAY);
		expect(paged.map(({ eventId }) => eventId)).toEqual([second]);
		expect(await approveOpenings(database.db, manager, [first, second], TODAY)).toBe(2);
		expect(await approveOpenings(database.db, manager, [first, second], TODAY)).toBe(0);
		expect(await states()).toEqual(['approved']);
		expect(await listLooked(database.db, waiting, TODAY)).toEqual([]);
		const { rows } = await sql<{ field: string; recordedBy: string }>`
			select field, recorded_by from second_look where event_id = any (${[first, second]})
			order by id`.execute(database.db);
		expect(rows.map(({ field }) => field)).toEqual(['day', 'form', 'day']);
		expect(new Set(rows.map(({ recordedBy }) => recordedBy))).toEqual(new Set([manager.id]));
	});

	it('asks the adviser about what is returned, in one question', async () => {
		await decide();
		const id = await open();
		await judge(id, [returned('day'), returned('form', 'Er is maar één uur.')]);
		expect(await states()).toEqual(['returned', 'returned']);
		const asked = await questions();
		expect(asked).toMatchObject([{ milestoneCode: 'opening', dueOn: '2021-11-24' }]);
		expect(asked[0]!.question).toBe(
			'Klopt de dag van opening (1 november 2021)? Volgens de krant later.\n' +
				'Klopt de vorm van de opening (Volledig)? Er is maar één uur.'
		);
		expect(openingState((await look())!)).toBe('returned');
		const own = (await listProvinceLooks(database.db, TODAY)).find(
			({ code }) => code === provinceCode
		);
		expect(own).toMatchObject({ waiting: 0, returned: 1 });
	});

	it('comes back with an answer, and with a correction as another opening', async () => {
		await decide();
		const id = await open();
		await judge(id, [returned('day'), approved('form')]);
		const [asked] = await questions();
		await database.db
			.transaction()
			.execute((trx) =>
				insertReplies(
					trx,
					adviser,
					[{ inquiryId: asked!.id, kind: 'answered', reply: 'De krant vergist zich.' }],
					null
				)
			);
		expect(await states()).toEqual(['answered', 'approved']);
		expect((await look())!.looks[0]).toMatchObject({ reply: 'De krant vergist zich.' });
		expect(openingState((await look())!)).toBe('waiting');

		const corrected = await open({ effectiveOn: '2021-11-03', correctsEventId: id });
		expect(await look()).toMatchObject({
			...{ eventId: corrected, looks: [] },
			earlier: [{ field: 'day', reason: 'Volgens de krant later.' }]
		});
		expect(await states()).toEqual(['unseen', 'unseen']);
	});

	it('withdraws a question when all that it is about was judged again', async () => {
		await decide();
		const id = await open();
		await judge(id, [returned('day'), returned('form')]);
		const { newestLook } = (await look())!;
		await judge(id, [approved('day')], newestLook);
		expect(await questions()).toHaveLength(1);
		expect(await states()).toEqual(['approved', 'returned']);
		await judge(id, [approved('form')], (await look())!.newestLook);
		expect(await questions()).toEqual([]);
		expect(await states()).toEqual(['approved', 'approved']);
	});

	it('refuses what a colleague judged, or an adviser corrected, in between', async () => {
		await decide();
		const id = await open();
		expect(await judge(id, [approved('day')])).toBe('recorded');
		expect(await judge(id, [returned('day')])).toBe('changed');
		const { newestLook } = (await look())!;
		await open({ effectiveOn: '2021-11-02', correctsEventId: id });
		expect(await judge(id, [approved('form')], newestLook)).toBe('changed');
		expect(await questions()).toEqual([]);
	});

	it('is for the programme manager alone', () => {
		const others = [adviser, { ...manager, role: 'stakeholder' as const }, undefined];
		expect([manager, ...others].map(mayLookAgain)).toEqual([true, false, false, false]);
	});
});

describe('what is kept of a second look', () => {
	it('of a rule: once, with who and why, never rewritten', async () => {
		expect(await decide({ kind: 'not_asked' })).toBe('same');
		expect(await decide()).toBe('recorded');
		expect(await decide()).toBe('same');
		expect(await listLookRules(database.db, provinceCode)).toMatchObject([
			...[{ kind: 'asked', fromOn: TODAY, reason: 'Nieuwe adviseurs', author: manager.name }]
		]);
		await expect(sql`delete from second_look_rule`.execute(database.db)).rejects.toMatchObject({
			constraint: 'second_look_append_only'
		});
	});

	it.each([
		['second_look_rule_day_sensible', { fromOn: '2020-11-08' }],
		['second_look_rule_day_sensible', { fromOn: '2022-11-12' }],
		['second_look_rule_reason_length', { reason: ' ' }],
		['second_look_rule_province_exists', { provinceCode: 'PV00' }]
	])('of a rule: breaks %s', async (constraint, values) => {
		await expect(decide(values)).rejects.toMatchObject({ constraint });
	});

	const insert = (values: Record<string, unknown>) =>
		database.db
			.insertInto('secondLook')
			.values({
				...{ eventId: 0, field: 'day', verdict: 'approved', reason: null, inquiryId: null },
				...{ recordedBy: manager.id, recordedFor: 'KB', recordedAt: `${TODAY}T12:00:00Z` },
				...values
			})
			.execute();

	it('of a verdict: only of what an opening says now, and never rewritten', async () => {
		const id = await open({ openingForm: null });
		const refused = { constraint: 'second_look_of_opening' };
		await expect(insert({ eventId: id, field: 'form' })).rejects.toMatchObject(refused);
		const returning = { eventId: id, verdict: 'returned' };
		await expect(insert(returning)).rejects.toMatchObject({
			constraint: 'second_look_returned_asks'
		});
		await expect(insert({ eventId: id, reason: 'x' })).rejects.toMatchObject({
			constraint: 'second_look_returned_with_reason'
		});
		await insert({ eventId: id });
		await expect(
			sql`update second_look set verdict = 'approved'`.execute(database.db)
		).rejects.toMatchObject({ constraint: 'second_look_append_only' });
		await open({ openingForm: null, effectiveOn: '2021-11-02', correctsEventId: id });
		await expect(insert({ eventId: id })).rejects.toMatchObject(refused);
	});
});
