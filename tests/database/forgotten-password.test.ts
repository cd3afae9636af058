import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, type Auth } from '#lib/server/access/account/auth.ts';
import {
	choosePassword,
	mailResetLink,
	readResetLink,
	TOKEN_PARAMETER
} from '#lib/server/access/account/forgotten-password.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { resetPassword, switchUser } from '#lib/server/access/account/manage-users.ts';
import { RESET_LIMITS, reserveReset } from '#lib/server/access/account/reset-limit.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import type { Action } from '#lib/server/platform/log/log.ts';
import { createMailer } from '#lib/server/platform/mail/mailer.ts';
import { createUser, TEST_PASSWORD } from '#tests/factories/account.ts';
import { linkIn, startMailServer, type MailServer } from '#tests/factories/mail-server.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const NOW = new Date('2022-01-31T09:00:00Z');
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const ORIGIN = 'https://ido.example.nl';
const CHOSEN = 'kaas paard lantaarn brug';

const ADMIN = { id: 'admin', organisation: 'KB' };
let database: TestDatabase;
let auth: Auth;
let server: MailServer;

beforeAll(async () => {
	database = await createTestDatabase();
	auth = createAuth({ db: database.db, secret: 'test-secret '.repeat(4), secure: false });
	server = await startMailServer();
});
afterAll(async () => {
	await server.close();
	await database.drop();
});

/** Asks for a link as a visitor would; answers the lines of the log. */
async function ask(
	email: string,
	{ now = NOW, locale = 'nl', url = server.url }: { now?: Date; locale?: Locale; url?: string } = {}
) {
	const lines: Action[] = [];
	const log = (line: Action) => void lines.push(line);
	const send = createMailer(url, 'Rolloutmonitor <beheer@example.nl>');
	const request = { email, address: '192.0.2.1', locale, origin: ORIGIN };
	await mailResetLink({ db: database.db, send, log }, request, now);
	return lines;
}

/** The token of the last mail. */
function lastToken(): string {
	const mail = server.mails.at(-1);
	return (mail && linkIn(mail).searchParams.get(TOKEN_PARAMETER)) ?? '';
}

const choose = (token: string, now = NOW, password = CHOSEN) =>
	choosePassword(database.db, { token, password, address: '192.0.2.1' }, { now });

let places = 0;
async function enters(email: string, password: string): Promise<boolean> {
	const address = `198.51.100.${++places}`;
	const visitor = { origin: 'http://localhost', address, userAgent: null, cookie: null };
	return (await signIn(auth, database.db, visitor, { email, password })).outcome === 'done';
}

const countSessions = async (userId: string) =>
	(await database.db.selectFrom('appSession').select('id').where('userId', '=', userId).execute())
		.length;

describe('a link to choose a new password', () => {
	it('comes by mail, gives the account its password once, and ends its sessions', async () => {
		const { id, email } = await createUser(database.db);
		expect(await enters(email, TEST_PASSWORD)).toBe(true);
		await ask(` ${email.toUpperCase()} `);
		const mail = server.mails.at(-1);
		expect(mail?.to).toEqual([email]);
		expect(mail?.content).toMatch(/^From: Rolloutmonitor <beheer@example\.nl>\r?$/m);
		expect(mail?.content).toMatch(/^Content-Type: text\/plain/m);
		expect(mail && linkIn(mail).href).toMatch(/^https:\/\/ido\.example\.nl\/wachtwoord-vergeten\//);
		expect(mail?.content).toContain('Iemand heeft op ido.example.nl gevraagd');

		const token = lastToken();
		expect(await readResetLink(database.db, token, NOW)).toBe(email);
		// Looking at it, as programs for mail do, uses nothing up.
		expect(await readResetLink(database.db, token, NOW)).toBe(email);
		expect(await choose(token)).toBe(true);
		expect(await countSessions(id)).toBe(0);
		expect(await enters(email, CHOSEN)).toBe(true);
		expect(await enters(email, TEST_PASSWORD)).toBe(false);

		expect(await readResetLink(database.db, token, NOW)).toBeNull();
		expect(await choose(token, NOW, 'een ander lang wachtwoord')).toBe(false);
		expect(await enters(email, CHOSEN)).toBe(true);
	});

	it('is in the language of who asks', async () => {
		const { email } = await createUser(database.db);
		await ask(email, { locale: 'en' });
		const mail = server.mails.at(-1);
		expect(mail?.content).toContain('Somebody asked on ido.example.nl');
		expect(mail && linkIn(mail).pathname).toBe('/en/wachtwoord-vergeten/kiezen');
	});

	it('is used up by one of two who come at the same moment', async () => {
		const { email } = await createUser(database.db);
		await ask(email);
		const token = lastToken();
		const results = await Promise.all([choose(token), choose(token)]);
		expect(results.toSorted()).toEqual([false, true]);
	});

	it('holds for an hour', async () => {
		const { email } = await createUser(database.db);
		await ask(email);
		const token = lastToken();
		expect(await readResetLink(database.db, token, minutesLater(59))).toBe(email);
		expect(await readResetLink(database.db, token, minutesLater(60))).toBeNull();
		expect(await choose(token, minutesLater(60))).toBe(false);
		expect(await enters(email, TEST_PASSWORD)).toBe(true);
	});

	it.each([
		['another link is used', async () => void (await choose(lastToken()))],
		[
			'the administrator gives another password',
			(id: string) => resetPassword(database.db, ADMIN, id)
		],
		[
			'access is withdrawn and given back',
			async (id: string) => {
				await switchUser(database.db, ADMIN, id, false);
				await switchUser(database.db, ADMIN, id, true);
			}
		]
	])('is worth nothing any more after %s', async (_what, happens) => {
		const { id, email } = await createUser(database.db);
		await ask(email);
		const older = lastToken();
		await ask(email);
		await happens(id);
		expect(await readResetLink(database.db, older, NOW)).toBeNull();
		expect(await choose(older, NOW, 'een ander lang wachtwoord')).toBe(false);
	});

	it('is not sent to who has no account or no access, nor for a demo account', async () => {
		const blocked = await createUser(database.db);
		await switchUser(database.db, ADMIN, blocked.id, false);
		const demo = await createUser(database.db, { demo: true });
		const before = server.mails.length;
		for (const email of ['niemand@example.nl', blocked.email, demo.email]) {
			expect(await ask(email)).toEqual([
				expect.objectContaining({ action: 'ask_new_password', result: 'refused' })
			]);
		}
		expect(server.mails).toHaveLength(before);
		const rows = database.db.selectFrom('passwordReset').select('tokenHash');
		expect(await rows.where('userId', 'in', [blocked.id, demo.id]).execute()).toEqual([]);
	});

	it('changes nothing when it is made up, and is not kept as it was sent', async () => {
		const { email } = await createUser(database.db);
		await ask(email);
		const hashes = await database.db.selectFrom('passwordReset').select('tokenHash').execute();
		expect(hashes.map(({ tokenHash }) => tokenHash)).not.toContain(lastToken());
		for (const token of ['', 'x'.repeat(43), ...hashes.map(({ tokenHash }) => tokenHash)]) {
			expect(await choose(token)).toBe(false);
		}
		expect(await enters(email, TEST_PASSWORD)).toBe(true);
	});

	it('leaves no address and no token in the log, also when no mail server answers', async () => {
		const { id, email } = await createUser(database.db);
		const away = await startMailServer();
		await away.close();
		const lines = [...(await ask(email)), ...(await ask(email, { url: away.url }))];
		expect(lines.map(({ object, result }) => [object, result])).toEqual([
			[`user ${id}`, 'done'],
			[`user ${id}`, 'failed']
		]);
		expect(JSON.stringify(lines)).not.toContain(email);
		expect(JSON.stringify(lines)).not.toContain(lastToken());
	});

	it('that is over leaves the table with the next request', async () => {
		const { email } = await createUser(database.db);
		await ask(email, { now: minutesLater(-200) });
		await ask(email);
		const old = database.db.selectFrom('passwordReset').where('expiresAt', '<=', NOW);
		expect(await old.select('tokenHash').execute()).toEqual([]);
	});
});

describe('asking for links', () => {
	it('is limited per account, wherever it comes from and whether or not there is one', async () => {
		const attempt = { email: 'wie@example.nl', address: '' };
		for (let i = 0; i < RESET_LIMITS.email; i++) {
			const place = { ...attempt, address: `203.0.113.${i}` };
			expect(await reserveReset(database.db, place, NOW)).toBe(0);
		}
		const elsewhere = { email: 'WIE@example.nl', address: '203.0.113.99' };
		expect(await reserveReset(database.db, elsewhere, NOW)).toBe(15 * 60);
		expect(await reserveReset(database.db, elsewhere, minutesLater(15))).toBe(0);
	});

	it('is limited per network address', async () => {
		const address = '203.0.114.1';
		for (let i = 0; i < RESET_LIMITS.address; i++) {
			expect(await reserveReset(database.db, { email: `r${i}@example.nl`, address }, NOW)).toBe(0);
		}
		const more = { email: 'r@example.nl', address };
		expect(await reserveReset(database.db, more, NOW)).toBeGreaterThan(0);
	});
});
