import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUserTo } from '#db/user/add-user.ts';
import { createAuth } from '#lib/server/access/account/auth.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const admin = {
	email: 'first@example.nl',
	name: 'First',
	role: 'admin',
	organisation: 'KB'
} as const;
const password = 'een-goed-wachtwoord';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the first account of an installation', () => {
	it('can sign in, without demo data, and is made once', async () => {
		expect(await addUserTo(database.ownerDb, admin, password)).toBeUndefined();
		const auth = createAuth({ db: database.db, secret: 'test-secret '.repeat(4), secure: false });
		const visitor = { origin: 'http://localhost', address: '::1', userAgent: null, cookie: null };
		const result = await signIn(auth, database.db, visitor, { email: admin.email, password });
		expect(result.outcome).toBe('done');
		expect(await addUserTo(database.ownerDb, admin, password)).toMatch(/has an account/);
	});

	it('needs a long enough password that is hard to guess, and a POI that exists', async () => {
		const other = { ...admin, email: 'other@example.nl' };
		expect(await addUserTo(database.ownerDb, other, 'kort')).toMatch(/12 to 128 characters/);
		expect(await addUserTo(database.ownerDb, other, 'aaaaaaaaaaaa')).toMatch(/easy to guess/);
		expect(await addUserTo(database.ownerDb, other, 'Welkom2022!!!')).toMatch(/easy to guess/);
		const advisor = { ...other, role: 'advisor', poi: 'nergens' } as const;
		expect(await addUserTo(database.ownerDb, advisor, password)).toMatch(/no POI nergens/);
	});
});
