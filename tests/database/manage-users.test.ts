import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, type Auth } from '#lib/server/access/account/auth.ts';
import {
	addUser,
	changeUser,
	resetPassword,
	switchUser
} from '#lib/server/access/account/manage-users.ts';
import { findUser, findUserIdByEmail } from '#lib/server/access/account/queries.ts';
import { readResetLink } from '#lib/server/access/account/forgotten-password.ts';
import { makeToken } from '#lib/server/access/account/reset-token.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import { createUser, TEST_PASSWORD } from '#tests/factories/account.ts';
import { insertSupportInstitute } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let auth: Auth;
let poi: number;

const ADMIN = { id: 'admin', organisation: 'KB' };
const stakeholder = {
	name: 'Noor',
	role: 'stakeholder',
	organisation: 'BZK',
	supportInstituteId: null
} as const;

beforeAll(async () => {
	database = await createTestDatabase();
	auth = createAuth({ db: database.db, secret: 'test-secret '.repeat(4), secure: false });
	poi = await insertSupportInstitute(database.ownerDb);
});
afterAll(() => database.drop());

let places = 0;
const outcomeOf = async (email: string, password: string) => {
	const address = `198.51.100.${++places}`;
	const visitor = { origin: 'http://localhost', address, userAgent: null, cookie: null };
	return (await signIn(auth, database.db, visitor, { email, password })).outcome;
};

describe('adding a user', () => {
	it('makes a password with which she can sign in', async () => {
		const added = await addUser(database.db, ADMIN, { ...stakeholder, email: 'noor@example.nl' });
		const password = typeof added === 'object' ? added.password : '';
		expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
		expect(await outcomeOf('noor@example.nl', password)).toBe('done');
	});

	it('is refused for an address that has an account', async () => {
		const { email } = await createUser(database.db);
		expect(await addUser(database.db, ADMIN, { ...stakeholder, email })).toBe('email taken');
	});

	it('is refused for a POI that does not exist, and leaves nothing behind', async () => {
		const user = {
			...stakeholder,
			email: 'a@example.nl',
			role: 'advisor',
			supportInstituteId: 999
		};
		expect(await addUser(database.db, ADMIN, { ...user, role: 'advisor' })).toBe(
			'unknown institute'
		);
		expect(await findUserIdByEmail(database.db, 'a@example.nl')).toBeUndefined();
	});
});

describe('changing a user', () => {
	it('gives her another role and POI', async () => {
		const { id } = await createUser(database.db);
		const change = { ...stakeholder, role: 'advisor', supportInstituteId: poi } as const;
		expect(await changeUser(database.db, ADMIN, id, change)).toBeUndefined();
		expect(await findUser(database.db, id)).toMatchObject(change);
	});

	it('never takes the last administrator away, also not by two at once', async () => {
		await database.ownerDb.deleteFrom('appUser').where('role', '=', 'admin').execute();
		const admin = { role: 'admin', organisation: 'KB' } as const;
		const [one, two] = [await createUser(database.db, admin), await createUser(database.db, admin)];
		const results = await Promise.all([
			switchUser(database.db, ADMIN, one.id, false),
			changeUser(database.db, ADMIN, two.id, stakeholder)
		]);
		expect(results.filter((refusal) => refusal === 'last admin')).toHaveLength(1);
		expect(results.filter((refusal) => refusal === undefined)).toHaveLength(1);
	});
});

describe('the access of a user', () => {
	it('can be withdrawn and given back', async () => {
		const { id, email } = await createUser(database.db);
		await switchUser(database.db, ADMIN, id, false);
		expect(await outcomeOf(email, TEST_PASSWORD)).toBe('wrong');
		await switchUser(database.db, ADMIN, id, true);
		expect(await outcomeOf(email, TEST_PASSWORD)).toBe('done');
	});

	it('ends with all her links, which do not hold again when it is given back', async () => {
		const { db, ownerDb } = database;
		const { id, email } = await createUser(db);
		const token = await makeToken(db, id, new Date());
		await sql`with sent as (insert into mailing (user_id, kind, week_on, stop_hash)
				values (${id}, 'week', '2022-01-31', ${'c'.repeat(64)}) returning id)
			insert into mailing_link (token_hash, mailing_id, line, expires_at)
			select ${'d'.repeat(64)}, id, 'b1-training', now() + interval '1 day' from sent`.execute(ownerDb);
		expect(await readResetLink(db, token)).toBe(email);
		await switchUser(db, ADMIN, id, false);
		await switchUser(db, ADMIN, id, true);
		expect(await readResetLink(db, token)).toBeNull();
		expect(await ownerDb.selectFrom('mailingLink').selectAll().execute()).toEqual([]);
	});

	it('is a line of the log when it changes, and only then; no kept page is made anew for it', async () => {
		const { db } = database;
		const { id } = await createUser(db);
		const version = () => db.selectFrom('dataVersion').select('version').executeTakeFirst();
		const before = await version();
		await switchUser(db, ADMIN, id, true);
		await switchUser(db, ADMIN, id, false);
		await switchUser(db, ADMIN, id, false);
		await changeUser(db, ADMIN, id, { ...stakeholder, name: 'Anna' });
		await changeUser(db, ADMIN, id, { ...stakeholder, name: 'Anna' });
		const kept = await database.ownerDb
			.selectFrom('userEntry')
			.select('kind')
			.where('userId', '=', id)
			.orderBy('recordedAt')
			.execute();
		expect(kept.map(({ kind }) => kind)).toEqual(['deactivated', 'changed']);
		expect(await version()).toEqual(before);
	});

	it('can be renewed with another password, after which the old one is worth nothing', async () => {
		const { id, email } = await createUser(database.db);
		const password = await resetPassword(database.db, ADMIN, id);
		expect(await outcomeOf(email, TEST_PASSWORD)).toBe('wrong');
		expect(await outcomeOf(email, password)).toBe('done');
	});
});
