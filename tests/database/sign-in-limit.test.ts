import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, type Auth } from '#lib/server/access/account/auth.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import {
	forgiveAttempt,
	LIMITS,
	reserveAttempt,
	type Attempt
} from '#lib/server/access/account/sign-in-limit.ts';
import { createUser, TEST_PASSWORD } from '#tests/factories/account.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const NOW = new Date('2022-01-31T09:00:00Z');
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let database: TestDatabase;
let auth: Auth;
let count = 0;

/** Somebody who has not tried before, from a place where nobody has. */
function newAttempt(): Attempt {
	count += 1;
	return { email: `limit-${count}@example.nl`, address: `203.0.113.${count}` };
}

async function fail(attempt: Attempt, times: number, now = NOW): Promise<number> {
	let wait = 0;
	for (let i = 0; i < times; i++) wait = await reserveAttempt(database.db, attempt, now);
	return wait;
}

beforeAll(async () => {
	database = await createTestDatabase();
	auth = createAuth({ db: database.db, secret: 'test-secret '.repeat(4), secure: false });
});
afterAll(() => database.drop());

describe('too many wrong passwords', () => {
	it('make the sign-in refuse even the right password, and nobody else’s', async () => {
		const { email } = await createUser(database.db);
		const visitor = {
			origin: 'http://localhost',
			address: '192.0.2.1',
			userAgent: null,
			cookie: null
		};
		const tryWith = (password: string, as = email) =>
			signIn(auth, database.db, visitor, { email: as, password });
		for (let i = 0; i < LIMITS.together; i++) {
			expect(await tryWith('niet-het-goede')).toEqual({ outcome: 'wrong' });
		}
		const refused = await tryWith(TEST_PASSWORD);
		expect(refused).toEqual({ outcome: 'locked', waitSeconds: expect.any(Number) });
		const colleague = await createUser(database.db);
		expect((await tryWith(TEST_PASSWORD, colleague.email)).outcome).toBe('done');
	});

	it('count for a quarter of an hour after the first', async () => {
		const attempt = newAttempt();
		expect(await fail(attempt, LIMITS.together)).toBe(0);
		expect(await fail(attempt, 1)).toBe(15 * 60);
		expect(await fail(attempt, 1, minutesLater(14))).toBe(60);
		expect(await fail(attempt, 1, minutesLater(15))).toBe(0);
	});

	it('count for the account, however many places they come from', async () => {
		const { email } = newAttempt();
		for (let i = 0; i < LIMITS.email; i++) {
			expect(await fail({ email, address: `2001:db8:0:${i}::1` }, 1)).toBe(0);
		}
		expect(await fail({ email, address: '2001:db8:0:ffff::1' }, 1)).toBeGreaterThan(0);
	});

	it('count for the address, however many accounts are tried', async () => {
		const { address } = newAttempt();
		for (let i = 0; i < LIMITS.address; i++) {
			expect(await fail({ email: `a${i}@example.nl`, address }, 1)).toBe(0);
		}
		expect(await fail({ email: 'one-more@example.nl', address }, 1)).toBeGreaterThan(0);
	});

	it('count all, when they come at the same moment', async () => {
		const attempt = newAttempt();
		const tries = Array.from({ length: LIMITS.together * 2 }, () =>
			reserveAttempt(database.db, attempt, NOW)
		);
		const waits = await Promise.all(tries);
		expect(waits.filter((wait) => wait === 0)).toHaveLength(LIMITS.together);
	});

	it('are forgotten for this person here after the right password', async () => {
		const attempt = newAttempt();
		await fail(attempt, LIMITS.together);
		await forgiveAttempt(database.db, attempt, NOW);
		expect(await fail(attempt, LIMITS.together)).toBe(0);
	});

	it('do not help others who attack the account: her right password takes back one attempt', async () => {
		const attacked = newAttempt();
		await fail({ ...attacked, address: '2001:db8:1::1' }, LIMITS.email - 1);
		await fail(attacked, 1);
		await forgiveAttempt(database.db, attacked, NOW);
		// Where she signed in she is not kept out; the limit is for places that are new.
		const elsewhere = { ...attacked, address: '2001:db8:1:1::1' };
		expect(await fail(elsewhere, 1)).toBe(0);
		expect(await fail(elsewhere, 1)).toBeGreaterThan(0);
	});

	it('of strangers do not keep the owner out of a place where she signed in before', async () => {
		const owner = newAttempt();
		await fail(owner, 1);
		await forgiveAttempt(database.db, owner, NOW);
		for (let i = 0; i <= LIMITS.email; i++) {
			await fail({ ...owner, address: `2001:db8:2:${i}::1` }, 1);
		}
		expect(await fail({ ...owner, address: '203.0.114.1' }, 1)).toBeGreaterThan(0);
		expect(await fail(owner, 1)).toBe(0);
		expect(await fail(owner, LIMITS.together)).toBeGreaterThan(0);
	});

	it('from one address add no rows once it has passed its limit', async () => {
		const { address } = newAttempt();
		const rows = async () => {
			const all = database.db.selectFrom('signInAttempt').select(({ fn }) => fn.countAll().as('n'));
			return Number((await all.executeTakeFirstOrThrow()).n);
		};
		for (let i = 0; i < LIMITS.address; i++) await fail({ email: `b${i}@example.nl`, address }, 1);
		const before = await rows();
		for (let i = 0; i < 20; i++) await fail({ email: `c${i}@example.nl`, address }, 1);
		expect(await rows()).toBe(before);
	});

	it('of one IPv6 network count together, whichever of its addresses they use', async () => {
		const { email } = newAttempt();
		for (let i = 0; i < LIMITS.together; i++) await fail({ email, address: `2001:db8:3::${i}` }, 1);
		expect(await fail({ email, address: '2001:db8:3:0:ffff::1' }, 1)).toBeGreaterThan(0);
	});

	it('are cleared by the next visitor when their window is over', async () => {
		const old = newAttempt();
		await fail(old, 1, minutesLater(-60));
		await fail(newAttempt(), 1);
		const rows = await database.db
			.selectFrom('signInAttempt')
			.select('key')
			.where('windowStartedAt', '<=', minutesLater(-15))
			.execute();
		expect(rows).toEqual([]);
	});

	it('leave no e-mail or network address in the database', async () => {
		const attempt = newAttempt();
		await fail(attempt, 1);
		const rows = await database.db.selectFrom('signInAttempt').select('key').execute();
		expect(rows.map((row) => row.key).join()).not.toContain('limit');
		expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.key))).toBe(true);
	});
});
