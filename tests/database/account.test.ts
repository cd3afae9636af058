import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuth, type Auth } from '#lib/server/access/account/auth.ts';
import {
	deleteSession,
	deleteSessionsOf,
	listSessions
} from '#lib/server/access/account/queries.ts';
import { readSession } from '#lib/server/access/account/session.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import { setUserActive, setUserPassword } from '#lib/server/access/account/users.ts';
import { postToAuth, type Visitor } from '#lib/server/access/account/visitor.ts';
import { createUser, TEST_PASSWORD } from '#tests/factories/account.ts';
import { insertSupportInstitute } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const SECRET = 'test-secret '.repeat(4);
const DAY_MS = 24 * 60 * 60 * 1_000;

let database: TestDatabase;
let auth: Auth;
let addresses = 0;

/** A visitor with an address of her own. */
function newVisitor(cookie: string | null = null): Visitor {
	addresses += 1;
	const address = `198.51.100.${addresses}`;
	return { origin: 'http://localhost:3000', address, userAgent: 'Test/1.0', cookie };
}

/** The cookies that an answer sets, as a browser sends them back. */
function cookiesOf(headers: Headers): string {
	return headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

/** Signs in and answers the cookie; throws when that fails. */
async function signedIn(email: string, password = TEST_PASSWORD): Promise<string> {
	const result = await signIn(auth, database.db, newVisitor(), { email, password });
	if (result.outcome !== 'done') throw new Error(result.outcome);
	return cookiesOf(result.headers);
}

const userOf = async (cookie: string) =>
	(await readSession(auth, database.db, cookie)).session?.user;

beforeAll(async () => {
	database = await createTestDatabase();
	auth = createAuth({ db: database.db, secret: SECRET, secure: false });
});
afterAll(() => database.drop());

describe('signing in', () => {
	it('gives a cookie that stands for the user with her role and POI', async () => {
		const poi = await insertSupportInstitute(database.ownerDb);
		const advisor = {
			role: 'advisor',
			supportInstituteId: poi,
			organisation: 'Rijnbrink'
		} as const;
		const { id, email } = await createUser(database.db, advisor);
		const cookie = await signedIn(email.toUpperCase());
		expect(await userOf(cookie)).toEqual({ id, name: 'Test', email, ...advisor });
	});

	it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
		const { email } = await createUser(database.db);
		const credentials = { email, password: TEST_PASSWORD };
		const result = await signIn(auth, database.db, newVisitor(), credentials);
		const [line] = result.outcome === 'done' ? result.headers.getSetCookie() : [];
		expect(line).toMatch(/^ido\.session_token=.*HttpOnly.*SameSite=Lax/);
		expect(line).not.toContain('Secure');
	});

	it('sets a cookie for https only, when it comes over https', async () => {
		const { email } = await createUser(database.db);
		const secure = createAuth({ db: database.db, secret: SECRET, secure: true });
		const visitor = { ...newVisitor(), origin: 'https://ido.example.nl' };
		const result = await signIn(secure, database.db, visitor, { email, password: TEST_PASSWORD });
		const [line] = result.outcome === 'done' ? result.headers.getSetCookie() : [];
		expect(line).toMatch(/^__Secure-ido\.session_token=.*Secure/);
	});

	it.each([
		['a wrong password', { password: 'niet-het-goede' }],
		['an unknown address', { email: 'niemand@example.nl' }],
		['no e-mail address at all', { email: 'x' }],
		['an endless password', { password: 'x'.repeat(5000) }]
	])('refuses %s in the same words', async (_what, wrong) => {
		const { email } = await createUser(database.db);
		const credentials = { email, password: TEST_PASSWORD, ...wrong };
		expect(await signIn(auth, database.db, newVisitor(), credentials)).toEqual({
			outcome: 'wrong'
		});
	});

	it('is not for inactive accounts', async () => {
		const { id, email } = await createUser(database.db);
		await database.db.transaction().execute((trx) => setUserActive(trx, id, false));
		await expect(signedIn(email)).rejects.toThrow('wrong');
	});

	it('nobody can sign up', async () => {
		const body = { email: 'new@example.nl', password: TEST_PASSWORD, name: 'New' };
		const response = await postToAuth(auth, newVisitor(), '/sign-up/email', body);
		expect(response.status).toBe(400);
		expect(await userIdOf('new@example.nl')).toBeUndefined();
	});
});

const userIdOf = (email: string) =>
	database.db.selectFrom('appUser').select('id').where('email', '=', email).executeTakeFirst();

/** Has the only session of a user end so many days from now. */
const setExpiry = (userId: string, days: number) =>
	database.ownerDb
		.updateTable('appSession')
		.set({ expiresAt: new Date(Date.now() + days * DAY_MS) })
		.where('userId', '=', userId)
		.execute();

async function daysLeft(userId: string): Promise<number | undefined> {
	const [row] = await database.ownerDb
		.selectFrom('appSession')
		.select('expiresAt')
		.where('userId', '=', userId)
		.execute();
	return row && (row.expiresAt.getTime() - Date.now()) / DAY_MS;
}

describe('demo accounts', () => {
	const loadDemoData = (demoData: boolean) =>
		database.ownerDb.updateTable('installation').set({ demoData }).execute();

	it('work only while demo data is loaded, also when signed in before', async () => {
		const { email } = await createUser(database.db, { demo: true });
		await expect(signedIn(email)).rejects.toThrow('wrong');
		await loadDemoData(true);
		const cookie = await signedIn(email);
		expect(await userOf(cookie)).toBeDefined();
		await loadDemoData(false);
		expect(await userOf(cookie)).toBeUndefined();
	});
});

describe('a session', () => {
	it('ends at once when it is revoked, and others go on', async () => {
		const { id, email } = await createUser(database.db);
		const [first, second] = [await signedIn(email), await signedIn(email)];
		const { session } = await readSession(auth, database.db, first);
		expect(await listSessions(database.db, id)).toHaveLength(2);
		expect(await deleteSession(database.db, id, session?.id ?? '')).toBe(true);
		expect(await userOf(first)).toBeUndefined();
		expect(await userOf(second)).toBeDefined();
	});

	it('of somebody else cannot be revoked', async () => {
		const [mine, hers] = [await createUser(database.db), await createUser(database.db)];
		const cookie = await signedIn(hers.email);
		const { session } = await readSession(auth, database.db, cookie);
		expect(await deleteSession(database.db, mine.id, session?.id ?? '')).toBe(false);
		expect(await userOf(cookie)).toBeDefined();
	});

	it('ends everywhere when asked', async () => {
		const { id, email } = await createUser(database.db);
		const cookies = [await signedIn(email), await signedIn(email)];
		await deleteSessionsOf(database.db, id);
		expect(await Promise.all(cookies.map(userOf))).toEqual([undefined, undefined]);
	});

	it('ends when the account is made inactive or gets another password', async () => {
		const { id, email } = await createUser(database.db);
		const before = await signedIn(email);
		const password = 'een-ander-wachtwoord';
		const hash = await hashPassword(password);
		await database.db.transaction().execute((trx) => setUserPassword(trx, id, hash));
		expect(await userOf(before)).toBeUndefined();
		const after = await signedIn(email, password);
		await database.db.transaction().execute((trx) => setUserActive(trx, id, false));
		expect(await userOf(after)).toBeUndefined();
	});

	it('gets a longer life on the second day it is used, and not on the first', async () => {
		const { id, email } = await createUser(database.db);
		const cookie = await signedIn(email);
		const sessionOf = () => readSession(auth, database.db, cookie);
		expect((await sessionOf()).headers.getSetCookie()).toEqual([]);
		await setExpiry(id, 5.9);
		const { session, headers } = await sessionOf();
		expect(session?.user.id).toBe(id);
		expect(headers.getSetCookie()[0]).toContain('ido.session_token=');
		expect(await daysLeft(id)).toBeCloseTo(7, 2);
	});

	it('ends by itself, and its row and its cookie with it', async () => {
		const { id, email } = await createUser(database.db);
		const cookie = await signedIn(email);
		await setExpiry(id, -0.01);
		const { session, headers } = await readSession(auth, database.db, cookie);
		expect(session).toBeUndefined();
		expect(headers.getSetCookie()[0]).toMatch(/^ido\.session_token=;.*Max-Age=0/);
		expect(await daysLeft(id)).toBeUndefined();
	});

	it('of http is none over https, and of two cookies the first counts', async () => {
		const users = [await createUser(database.db), await createUser(database.db)];
		const [first, second] = [await signedIn(users[0]!.email), await signedIn(users[1]!.email)];
		const secure = createAuth({ db: database.db, secret: SECRET, secure: true });
		expect((await readSession(secure, database.db, first)).session).toBeUndefined();
		expect((await userOf(`${first}; ${second}`))?.id).toBe(users[0]!.id);
	});

	it('is read in one question', async () => {
		const { email } = await createUser(database.db);
		const cookie = await signedIn(email);
		const asked = vi.spyOn(database.db.getExecutor(), 'executeQuery');
		expect(await userOf(cookie)).toBeDefined();
		expect(asked).toHaveBeenCalledOnce();
		asked.mockRestore();
	});

	it('cannot be made up: a changed cookie is worth nothing and is taken away', async () => {
		const { email } = await createUser(database.db);
		const cookie = await signedIn(email);
		const { session, headers } = await readSession(auth, database.db, cookie.replace(/.$/, 'x'));
		expect(session).toBeUndefined();
		expect(headers).toBeInstanceOf(Headers);
	});
});

describe('the accounts table', () => {
	it.each([
		['an advisor without a POI', { role: 'advisor' }, 'app_user_advisor_has_support_institute'],
		['an unknown role', { role: 'boss' }, 'app_user_role_known'],
		['an address in capitals', { email: 'A@example.nl' }, 'app_user_email_lower_case'],
		['no organisation', { organisation: ' ' }, 'app_user_organisation_filled']
	])('refuses %s', async (_what, wrong, constraint) => {
		const user = { id: 'x', name: 'X', email: 'x@example.nl', role: 'admin', organisation: 'X' };
		const insert = database.db.insertInto('appUser').values({ ...user, ...wrong });
		await expect(insert.execute()).rejects.toMatchObject({ constraint });
	});

	it('refuses a POI for another role', async () => {
		const supportInstituteId = await insertSupportInstitute(database.ownerDb);
		const insert = createUser(database.db, { role: 'admin', supportInstituteId });
		await expect(insert).rejects.toMatchObject({
			constraint: 'app_user_advisor_has_support_institute'
		});
	});
});
