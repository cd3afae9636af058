import { once } from 'node:events';
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { createUser, TEST_PASSWORD } from '#tests/factories/account.ts';
import { browserArguments, findBrowser } from '#tests/browser.ts';
import { expectAccessible } from '#tests/e2e/checks.ts';
import { linkIn, startMailServer, type MailServer } from '#tests/factories/mail-server.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';

const CHOSEN = 'kaas paard lantaarn brug';

let folder: DataFolder;
let mail: MailServer;
let app: AppProcess;
let email: string;

/** ORIGIN tells the port before the product listens there. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return typeof address === 'object' && address ? address.port : 0;
}

async function addUser(): Promise<string> {
	const server = await startEmbedded(folder.path);
	const db = connect(server.appUrl, { poolSize: 1 });
	const user = await createUser(db);
	await db.destroy();
	await server.stop();
	return user.email;
}

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	mail = await startMailServer();
	const port = await freePort();
	const env = {
		ORIGIN: `http://localhost:${port}`,
		SMTP_URL: mail.url,
		MAIL_FROM: 'beheer@example.nl',
		LOG_LEVEL: 'info'
	};
	app = await startApp({ dataDir: folder.path, port, env });
	email = await addUser();
});
afterAll(async () => {
	await app.stop();
	await mail.close();
	await folder.remove();
});

async function post(url: string, fields: Record<string, string>) {
	const response = await fetch(url, {
		method: 'POST',
		headers: { origin: app.url, accept: 'text/html' },
		body: new URLSearchParams(fields),
		redirect: 'manual'
	});
	return { status: response.status, page: await response.text() };
}

const signIn = async (password: string) =>
	(await post(`${app.url}/inloggen`, { email, password })).status;

/** The forms at these addresses break no rule that axe can check; the journeys have no mail server. */
async function expectFormsAccessible(addresses: readonly string[]): Promise<void> {
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: browserArguments
	});
	try {
		const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
		for (const address of addresses) {
			await page.goto(address);
			expect(await page.locator('main form').count(), address).toBe(1);
			await expectAccessible(page);
			await page.locator('main form button').click();
			await page.getByRole('alert').waitFor();
			await expectAccessible(page);
		}
	} finally {
		await browser.close();
	}
}

describe('who forgot her password', () => {
	it('is mailed a link by which she chooses another, once', async () => {
		const asking = `${app.url}/wachtwoord-vergeten`;
		expect(await (await fetch(`${app.url}/inloggen`)).text()).toContain('/wachtwoord-vergeten');
		const known = await post(asking, { email });
		const unknown = await post(asking, { email: 'niemand@example.nl' });
		expect(known.status).toBe(200);
		expect(known.page.replaceAll(email, '…')).toBe(
			unknown.page.replaceAll('niemand@example.nl', '…')
		);
		const link = linkIn((await mail.received(1))[0]!);
		const token = link.searchParams.get('sleutel') ?? '';
		expect(link.origin).toBe(app.url);

		const page = await fetch(link);
		expect(page.headers.get('referrer-policy')).toBe('strict-origin');
		// Nobody keeps it: neither a cache between, nor the browser, nor ours.
		expect(page.headers.get('cache-control')).toBe('no-store');
		expect(await page.text()).toContain(email);
		await expectFormsAccessible([asking, link.href]);
		const common = await post(link.href, { token, newPassword: 'welkomwelkom' });
		expect(common.page).toContain('te makkelijk te raden');
		expect(await signIn(TEST_PASSWORD)).toBe(303);

		expect((await post(link.href, { token, newPassword: CHOSEN })).page).toContain(
			'U hebt een nieuw wachtwoord.'
		);
		expect(await signIn(CHOSEN)).toBe(303);
		expect((await post(link.href, { token, newPassword: 'nog een ander woord' })).status).toBe(400);
		expect(await (await fetch(link)).text()).toContain('Deze link werkt niet');
		expect(await signIn(CHOSEN)).toBe(303);

		expect(app.output()).toContain('"action":"choose_new_password"');
		expect(app.output()).not.toContain(token);
		expect(app.output()).not.toContain(email);
		expect(mail.mails).toHaveLength(1);
	});
});
