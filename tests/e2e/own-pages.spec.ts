import { expect, test as base, type Page, type Request, type Route } from '@playwright/test';
import { readPages, readStore } from './browser-store.ts';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { startFront, type FrontServer } from './front-server.ts';
import { advisorOf, fillSignIn, PROGRAMME_MANAGER, STAKEHOLDER } from './sign-in-as.ts';

/** A server before the app that can be away: what a browser has without a network. */
const test = base.extend<{ front: FrontServer }>({
	front: async ({ baseURL }, use) => {
		const front = await startFront(baseURL!);
		await use(front);
		await front.close();
	}
});
test.use({ serviceWorkers: 'allow', actionTimeout: 30_000 });

const LIST = '/mijn-bibliotheken';
/** POIs whose lists no other journey works on: one for each screen. */
const ADVISERS: Record<string, string> = { desktop: 'bisc', phone: 'biblionet-groningen' };
const adviserHere = () => advisorOf(ADVISERS[test.info().project.name]!);
const NOTICE = 'U ziet deze pagina zoals bewaard om';

async function signIn(page: Page, front: FrontServer, email: string, path = LIST): Promise<void> {
	await page.goto(`${front.url}/inloggen?${new URLSearchParams({ terug: path })}`);
	await fillSignIn(page, email);
	await expect(page).toHaveURL(front.url + path);
}

/** The worker answers, and her lists and the sheets of the open one are kept. */
async function waitForPages(page: Page, least = 6): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
		.toBe(true);
	// One after the other, behind whatever else the machine does.
	await expect
		.poll(async () => (await readPages(page)).count, { timeout: 60_000 })
		.toBeGreaterThanOrEqual(least);
}

/** Without a network and without a kept page the browser has nothing to show. */
async function expectNothingKept(page: Page, url: string): Promise<void> {
	await expect(page.goto(url)).rejects.toThrow();
	// The browser's own page about it comes after the refusal, and would come between the next one.
	await expect(page).toHaveURL(/^chrome-error:/);
}

/** What waited is recorded, by itself: the page looks for the server with pauses that grow to half a minute. */
const expectTaken = (page: Page) =>
	expect(page.getByText('1 antwoord dat wachtte, is vastgelegd.')).toBeVisible({ timeout: 45_000 });

/** The first sheet of a library that the list leads to. */
async function firstSheet(page: Page): Promise<string> {
	const link = page.locator('main a[href^="/bibliotheken/"][href$="/bijwerken"]').first();
	return (await link.getAttribute('href'))!;
}

/** Opens a page with its scripts: a button that is pressed before they came is the browser's own. */
const openWhole = (page: Page, url: string) => page.goto(url, { waitUntil: 'networkidle' });

/** Fills in the open form: expected on a day. */
async function fillForecast(page: Page, day: string): Promise<void> {
	const form = page.locator('#formulier');
	await form.locator('[name="targetOn"]').first().fill(day);
	await form.getByRole('button', { name: 'Vastleggen' }).click();
}

/** The address that opens the form of an expectation on a sheet; the milestone is the first that has one. */
async function forecastLink(page: Page): Promise<string> {
	const link = page.locator('main a[href*="actie=verwachting"]').first();
	return (await link.getAttribute('href'))!;
}

test('own pages open without a network, a sheet is filled in there and recorded once @screen', async ({
	page,
	front,
	context
}) => {
	test.setTimeout(180_000);
	const complaints = watchConsole(page);
	await signIn(page, front, adviserHere());
	await waitForPages(page, 8);
	const sheet = await firstSheet(page);

	front.away = true;
	await page.goto(front.url + LIST);
	await expect(page.getByRole('heading', { level: 1, name: 'Mijn bibliotheken' })).toBeVisible();
	await expect(page.getByText(NOTICE)).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 800 });
	await expectNoSidewaysScroll(page);

	// A link in the page: its data do not come, so the kept page is opened as a whole.
	await page.locator(`main a[href="${sheet}"]`).first().click();
	await expect(page).toHaveURL(front.url + sheet);
	await expect(page.getByText(NOTICE)).toBeVisible();
	await expectAccessible(page);
	const form = await forecastLink(page);
	await openWhole(page, front.url + form);
	await fillForecast(page, '1-6-2022');
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();
	await expect(page.locator('#formulier')).toHaveCount(0);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	// The browser is closed, and opened again still without a network; what is not kept says so.
	await page.close();
	const next = await context.newPage();
	await next.goto(`${front.url}/bibliotheken/bestaat-niet/bijwerken`);
	await expect(
		next.getByRole('heading', { level: 1, name: 'Werken zonder internet' })
	).toBeVisible();
	await expectAccessible(next);
	await next.goto(front.url + sheet);
	await expect(next.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();

	// Back: sent, its answer lost, sent again, recorded once; and the page is the server's again.
	front.loseNext = true;
	front.away = false;
	await expectTaken(next);
	await expect(next.getByText(NOTICE)).toHaveCount(0);
	expect(front.posts.filter((path) => path === `${sheet}?/forecast`)).toHaveLength(2);
	const recorded = next.locator('#geschiedenis ~ *').getByRole('paragraph');
	await expect(recorded.filter({ hasText: /verwacht .* op 1 juni 2022/ })).toHaveCount(1);
	expect((await readStore(next)).entries).toBe(0);
	expect(complaints.filter((line) => !/Failed to load|ERR_/.test(line))).toEqual([]);
});

test('what a colleague recorded meanwhile is shown beside what waited, and chosen from', async ({
	page,
	front,
	browser
}) => {
	test.setTimeout(180_000);
	await signIn(page, front, adviserHere());
	await waitForPages(page);
	const sheet = await firstSheet(page);
	await page.goto(front.url + sheet);
	const form = await forecastLink(page);
	await openWhole(page, front.url + form);
	front.away = true;
	await fillForecast(page, '2-7-2022');
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();

	const other = await browser.newContext({ serviceWorkers: 'block' });
	const colleague = await other.newPage();
	const direct = test.info().project.use.baseURL!;
	await colleague.goto(`${direct}/inloggen?${new URLSearchParams({ terug: form.split('#')[0]! })}`);
	await fillSignIn(colleague, PROGRAMME_MANAGER);
	await fillForecast(colleague, '3-8-2022');
	await expect(colleague.getByText('3 augustus 2022').first()).toBeVisible();
	await other.close();

	front.away = false;
	await expect(page.getByRole('heading', { name: '1 antwoord is niet vastgelegd' })).toBeVisible({
		timeout: 45_000
	});
	const refused = page.locator('main dl').first();
	await expect(refused).toContainText('3 augustus 2022');
	await expect(refused).toContainText('2 juli 2022');
	await expectAccessible(page);
	await page.getByRole('button', { name: /^Mijn invoer toch vastleggen/ }).click();
	await expectTaken(page);
	await page.goto(front.url + sheet);
	await expect(page.getByText('2 juli 2022').first()).toBeVisible();
});

test('a new version of the product neither loses nor blocks what waits, and is never shown half', async ({
	page,
	front
}) => {
	test.setTimeout(180_000);
	await signIn(page, front, adviserHere());
	await waitForPages(page);
	const sheet = await firstSheet(page);
	await page.goto(front.url + sheet);
	const form = await forecastLink(page);
	await openWhole(page, front.url + form);
	front.away = true;
	await fillForecast(page, '4-9-2022');
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();

	// The next build: its styles have another name, and the old ones are gone. (A script would need another policy.)
	const html = await (await page.request.get(test.info().project.use.baseURL!)).text();
	const [, from] = /\/assets\/(0\.[\w-]+)\.css/.exec(html)!;
	front.rename = { from: from!, to: '0.next-build' };
	const forecast = '**/bijwerken?/forecast';
	await page.route(forecast, (route) => route.abort('failed'));
	front.away = false;
	await page.goto(front.url + LIST);
	const hasNext = () =>
		page.evaluate(() => caches.match('/_app/immutable/assets/0.next-build.css').then(Boolean));
	await expect.poll(hasNext).toBe(true);
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();
	await page.unroute(forecast);
	await expectTaken(page);

	// Without a network again: a page of the new build with its own script, or one of the old with its own.
	await waitForPages(page);
	front.away = true;
	for (const path of [LIST, sheet]) {
		await page.goto(front.url + path);
		await expect(page.getByText(NOTICE)).toBeVisible();
	}
});

test('two accounts on one computer: nothing of the first can be read by the second @screen', async ({
	page,
	front
}) => {
	test.setTimeout(180_000);
	await signIn(page, front, adviserHere());
	await waitForPages(page);
	const sheet = await firstSheet(page);
	const before = await readPages(page);
	for (const word of ['ibliothe', 'bijwerken', '<html', 'mijn-']) {
		expect(before.text).not.toContain(word);
	}
	await page.goto(front.url + sheet);
	const form = await forecastLink(page);
	await openWhole(page, front.url + form);
	front.away = true;
	await fillForecast(page, '5-10-2022');
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();
	front.away = false;
	await page.route('**/bijwerken?/forecast', (route) => route.abort('failed'));

	// Asked at signing out, wiped and locked after it.
	await page.goto(`${front.url}/uitloggen`);
	await expect(page.getByText('1 antwoord wacht nog op verzending.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click();
	await expect(
		page.getByText('Wat nog op verzending wacht, blijft op deze computer')
	).toBeVisible();
	await expect.poll(async () => (await readPages(page)).count).toBe(0);
	expect(await readStore(page)).toMatchObject({ keys: 0, entries: 1 });
	front.away = true;
	await expectNothingKept(page, front.url + LIST);
	front.away = false;

	// A stakeholder is there next, and then an adviser of another POI.
	await signIn(page, front, STAKEHOLDER, '/voortgang');
	front.away = true;
	await expectNothingKept(page, front.url + sheet);
	front.away = false;
	await page.context().clearCookies();
	await signIn(page, front, advisorOf('fers'));
	await waitForPages(page);
	await expect(page.getByText('op verzending')).toHaveCount(0);
	front.away = true;
	await page.goto(front.url + sheet);
	await expect(
		page.getByRole('heading', { level: 1, name: 'Werken zonder internet' })
	).toBeVisible();
	front.away = false;

	// Nobody signed out: the cookie is gone and the first comes back.
	await page.context().clearCookies();
	await page.unroute('**/bijwerken?/forecast');
	await signIn(page, front, adviserHere());
	await expectTaken(page);
});

test('what one adviser left waiting in a tab is never sent as another', async ({
	page,
	front,
	context
}) => {
	test.setTimeout(180_000);
	await signIn(page, front, adviserHere());
	await openWhole(page, front.url + (await firstSheet(page)));
	const refuse = (route: Route) => route.abort('failed');
	await page.route('**/bijwerken?/confirm', refuse);
	await page.getByRole('button', { name: 'Klopt nog' }).click();
	const waiting = page.getByRole('heading', { name: '1 antwoord wacht op verzending' });
	await expect(waiting).toBeVisible();
	// Who is there is not asked between the two.
	await page.route('**/mijn-bibliotheken/sleutel', refuse);

	await context.clearCookies();
	const other = await context.newPage();
	await signIn(other, front, advisorOf('fers'));
	await expect.poll(async () => (await readStore(other)).keys).toBe(1);
	await page.unroute('**/bijwerken?/confirm', refuse);
	await expect(waiting).toHaveCount(0, { timeout: 45_000 });
	expect(front.posts.filter((post) => post.includes('confirm'))).toEqual([]);
	expect((await readStore(other)).entries).toBe(1);
});

test('what waits on a page of the server is sent by itself, soon after the server is back', async ({
	page,
	front
}) => {
	await signIn(page, front, adviserHere());
	await openWhole(page, front.url + (await firstSheet(page)));
	front.away = true;
	await page.getByRole('button', { name: 'Klopt nog' }).click();
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();
	// The first look is in vain.
	await page.waitForEvent('requestfailed', { timeout: 10_000 });
	front.away = false;
	await expect(page.getByText('1 antwoord dat wachtte, is vastgelegd.')).toBeVisible();
});

test('a finger on a link, without a network, opens nothing until it is a click', async ({
	page,
	front
}) => {
	test.setTimeout(180_000);
	await signIn(page, front, adviserHere());
	await waitForPages(page);
	const sheet = await firstSheet(page);
	front.away = true;
	const link = page.locator(`main a[href="${sheet}"]`).first();
	/** Where the page was told to go, by the time that the worker has said what is kept. */
	const told = page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let gone = 0;
				window.navigation.addEventListener('navigate', () => (gone += 1));
				navigator.serviceWorker.addEventListener('message', () => resolve(gone), { once: true });
			})
	);
	await link.dispatchEvent('touchstart');
	expect(await told).toBe(0);
	await link.click();
	await expect(page).toHaveURL(front.url + sheet);
	await expect(page.getByText(NOTICE)).toBeVisible();
});

test('a page that comes after signing out in another tab is not kept', async ({
	page,
	front,
	context
}) => {
	test.setTimeout(180_000);
	let pass: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => (pass = resolve));
	const holdUp = async (route: Route) => {
		const response = await route.fetch();
		await gate;
		await route.fulfill({ response });
	};
	await page.route('**/bijwerken', holdUp, { times: 1 });
	const isAhead = (request: Request) => request.url().endsWith('/bijwerken');
	const first = page.waitForRequest(isAhead, { timeout: 60_000 });
	await signIn(page, front, adviserHere());
	await first;

	const other = await context.newPage();
	await other.goto(`${front.url}/uitloggen`);
	await other.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click();
	await expect(other.getByText('U bent uitgelogd.')).toBeVisible();
	await expect.poll(async () => (await readPages(other)).count).toBe(0);
	// The next one is asked for once the first is dealt with.
	const second = page.waitForRequest(isAhead, { timeout: 30_000 });
	pass();
	await second;
	expect((await readPages(other)).count).toBe(0);
});

test('a product of before kept pages, that was put back, is rid of the worker and of what it kept', async ({
	page,
	front
}) => {
	test.setTimeout(180_000);
	await signIn(page, front, adviserHere());
	await waitForPages(page);
	front.isOlder = true;
	// Its pages ask for no worker, which would bring one back that is about to go.
	await page.addInitScript(() => {
		navigator.serviceWorker.register = () => Promise.reject(new Error('Of before'));
	});
	await page.goto(front.url + LIST);
	await expect
		.poll(() =>
			page.evaluate(async () => ({
				workers: (await navigator.serviceWorker.getRegistrations()).length,
				files: (await caches.keys()).length
			}))
		)
		.toEqual({ workers: 0, files: 0 });
	expect((await readPages(page)).count).toBe(0);
	front.away = true;
	await expectNothingKept(page, front.url + LIST);
});
