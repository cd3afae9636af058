import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { startFront } from '../front-server.ts';
import { advisorOf } from '../sign-in-as.ts';
import { test } from './firefox.ts';

test.describe.configure({ timeout: 180_000 });

test('in Firefox own pages open without a network, and what is filled in there is recorded once', async ({
	session,
	baseURL
}) => {
	const front = await startFront(baseURL!);
	try {
		const page = await session.newPage();
		page.setDefaultTimeout(60_000);
		const sees = (text: string) =>
			page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);
		await page.goto(`${front.url}/inloggen?terug=%2Fmijn-bibliotheken`);
		await page.locator('#email').fill(advisorOf('biblionet-drenthe'));
		await page.locator('#password').fill(DEMO_PASSWORD);
		await Promise.all([
			page.waitForNavigation(),
			page.locator('form:has(#password) button').click()
		]);
		await sees('Mijn bibliotheken');
		const sheet = await page.$eval(
			'main a[href^="/bibliotheken/"][href$="/bijwerken"]',
			(link) => (link as HTMLAnchorElement).pathname
		);
		await page.goto(front.url + sheet);
		await page.waitForFunction(async () => {
			const made = (await indexedDB.databases()).some(({ name }) => name === 'ido-pages');
			const { active } = await navigator.serviceWorker.ready;
			return made && active?.state === 'activated' && navigator.serviceWorker.controller !== null;
		});
		// Opened a second time it is kept again, and by then the first time is written.
		const kept = () =>
			page.evaluate(
				() =>
					new Promise<number>((resolve) => {
						const opened = indexedDB.open('ido-pages');
						opened.onsuccess = () => {
							const count = opened.result.transaction('pages').objectStore('pages').count();
							count.onsuccess = () => resolve(count.result);
						};
					})
			);
		await expect.poll(kept).toBeGreaterThanOrEqual(1);

		front.away = true;
		await page.goto(front.url + sheet);
		await sees('U ziet deze pagina zoals bewaard om');
		await page.locator('form[action="?/confirm"] button').click();
		await sees('1 antwoord wacht op verzending');
		front.away = false;
		await sees('1 antwoord dat wachtte, is vastgelegd.');
		expect(front.posts.filter((path) => path === `${sheet}?/confirm`)).toHaveLength(1);
	} finally {
		await front.close();
	}
});
