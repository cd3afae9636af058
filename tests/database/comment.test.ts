import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { countComments, listComments } from '#lib/server/work/comment/queries.ts';
import { addComment, withdrawComment } from '#lib/server/work/comment/service.ts';
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

let database: TestDatabase;
let adviser: User;
let colleague: User;
let stranger: User;
let manager: User;
let libraryId: number;
let pointId: number;
let scope: { supportInstituteId: number };

beforeAll(async () => {
	database = await createTestDatabase();
	const { ownerDb } = database;
	await insertBasics(ownerDb);
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	scope = { supportInstituteId };
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	colleague = await insertUser(ownerDb, 'advisor', supportInstituteId);
	stranger = await insertUser(ownerDb, 'advisor', await insertSupportInstitute(ownerDb));
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId })).id;
	pointId = await insertInformationPoint(ownerDb, libraryId, await insertMunicipality(ownerDb));
	await setToday(ownerDb, '2021-05-10');
});
afterAll(() => database.drop());

const said = async (reader = adviser, subject = libraryOf(libraryId)) =>
	listComments(database.db, reader, subject, scope);
const withdraw = (user: User, id: number, subject = libraryOf(libraryId)) =>
	withdrawComment(database.db, user, subject, scope, id);

describe('comments on a record', () => {
	it('are said once, of the whole or of a milestone, and stay beside what they are about', async () => {
		const whole = { milestoneCode: null, said: 'De directeur is vertrokken.' };
		await addComment(database.db, adviser, libraryOf(libraryId), whole);
		await addComment(database.db, adviser, libraryOf(libraryId), whole);
		const training = { milestoneCode: 'training', said: 'Alleen op maandag.' };
		await addComment(database.db, colleague, libraryOf(libraryId), training);
		expect(await said()).toMatchObject([
			{ ...training, author: colleague.name, recordedOn: '2021-05-10', mayWithdraw: false },
			{ ...whole, author: adviser.name, mayWithdraw: true, withdrawn: null }
		]);
		expect(await said(adviser, pointOf(pointId))).toEqual([]);
		expect(await countComments(database.db, libraryOf(libraryId))).toBe(2);
	});

	it('are withdrawn by their author or the programme manager, and are not erased', async () => {
		const [theirs, mine] = (await said()).map(({ id }) => id) as [number, number];
		expect(await withdraw(stranger, mine)).toBe('forbidden');
		expect(await withdraw(colleague, mine)).toBe('forbidden');
		expect(await withdraw({ ...manager, role: 'stakeholder' }, mine)).toBe('forbidden');
		expect(await withdraw(adviser, mine, pointOf(pointId))).toBe('unknown');
		expect(await withdraw(adviser, mine)).toBe('withdrawn');
		expect(await withdraw(adviser, mine)).toBe('withdrawn');
		expect(await withdraw(manager, theirs)).toBe('withdrawn');
		expect(await said()).toMatchObject([
			{ withdrawn: { by: manager.name }, said: 'Alleen op maandag.', mayWithdraw: false },
			{ withdrawn: { on: '2021-05-10', by: adviser.name }, mayWithdraw: false }
		]);
		expect(await countComments(database.db, libraryOf(libraryId))).toBe(0);
	});

	it('are read and made by who may write for the library: no stakeholder, no other POI, nobody', () => {
		const stakeholder = { ...manager, role: 'stakeholder' as const };
		expect(
			[adviser, colleague, manager, stranger, stakeholder, undefined].map((user) =>
				mayEditLibrary(user, scope)
			)
		).toEqual([true, true, true, false, false, false]);
	});

	it.each(["update record_comment set said = 'x'", 'delete from record_comment'])(
		'refuse %s',
		async (statement) => {
			await expect(sql.raw(statement).execute(database.db)).rejects.toMatchObject({
				constraint: 'record_comment_append_only'
			});
		}
	);

	it.each([
		[{ library_id: null }, 'record_comment_one_subject'],
		[{ said: ' ' }, 'record_comment_said_length'],
		[{ said: null }, 'record_comment_said_or_withdrawn'],
		[{ recorded_for: '' }, 'record_comment_author_filled']
	])('%j breaks %s', async (change, constraint) => {
		const row = {
			...{ library_id: libraryId, said: 'x', recorded_at: '2021-05-10T10:00:00Z' },
			...{ recorded_by: 'x', recorded_for: 'KB', ...change }
		};
		const insert = sql`insert into record_comment (library_id, said, recorded_at, recorded_by, recorded_for)
			select library_id, said, recorded_at, recorded_by, recorded_for
			from json_populate_record(null::record_comment, ${JSON.stringify(row)}::json)`;
		await expect(insert.execute(database.db)).rejects.toMatchObject({ constraint });
	});
});
