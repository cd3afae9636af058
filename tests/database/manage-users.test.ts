import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, type Auth } from '#lib/server/access/account/auth.ts';
import {
	addUser,
	changeUser,
	resetPassword,
	switchUser
} from '#lib/server/access/account/manage-users.ts';
import { findUser, findUserIdByEmail } from '#lib/server/access/account/queries.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import { createUser, TEST_PASSWORD } from '#tests/factories/account.ts';
import { insertSupportInstitute } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let auth: Auth;
let poi: number;

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
		const added = await addUser(database.db, { ...stakeholder, email: 'noor@example.nl' });
		const password = typeof added === 'object' ? added.password : '';
		expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
		expect(await outcomeOf('noor@example.nl', password)).toBe('done');
	});

	it('is refused for an address that has an account', async () => {
		const { email } = await createUser(database.db);
		expect(await addUser(database.db, { ...stakeholder, email })).toBe('email taken');
	});

	it('is refused for a POI that does not exist, and leaves nothing behind', async () => {
		const user = {
			...stakeholder,
			email: 'a@example.nl',
			role: 'advisor',
			supportInstituteId: 999
		};
		expect(await addUser(database.db, { ...user, role: 'advisor' })).toBe('unknown institute');
		expect(await findUserIdByEmail(database.db, 'a@example.nl')).toBeUndefined();
	});
});

describe('changing a user', () => {
	it('gives her another role and POI', async () => {
		const { id } = await createUser(database.db);
		const change = { ...stakeholder, role: 'advisor', supportInstituteId: poi } as const;
		expect(await changeUser(database.db, id, change)).toBeUndefined();
		expect(await findUser(database.db, id)).toMatchObject(change);
	});

	it('never takes the last administrator away, also not by two at once', async () => {
		await database.ownerDb.deleteFrom('appUser').where('role', '=', 'admin').execute();
		const admin = { role: 'admin', organisation: 'KB' } as const;
		const [one, two] = [await createUser(database.db, admin), await createUser(database.db, admin)];
		const results = await Promise.all([
			switchUser(database.db, one.id, false),
			changeUser(database.db, two.id, stakeholder)
		]);
		expect(results.filter((refusal) => refusal === 'last admin')).toHaveLength(1);
		expect(results.filter((refusal) => refusal === undefined)).toHaveLength(1);
	});
});

describe('the access of a user', () => {
	it('can be withdrawn and given back', async () => {
		const { id, email } = await createUser(database.db);
		await switchUser(database.db, id, false);
		expect(await outcomeOf(email, TEST_PASSWORD)).toBe('wrong');
		await switchUser(database.db, id, true);
		expect(await outcomeOf(email, TEST_PASSWORD)).toBe('done');
	});

	it('can be renewed with another password, after which the old one is worth nothing', async () => {
		const { id, email } = await createUser(database.db);
		const password = await resetPassword(database.db, id);
		expect(await outcomeOf(email, TEST_PASSWORD)).toBe('wrong');
		expect(await outcomeOf(email, password)).toBe('done');
	});
});
