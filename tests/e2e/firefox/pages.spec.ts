import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { advisorOf, PROGRAMME_MANAGER } from '../sign-in-as.ts';
import type { Page } from 'puppeteer-core';
import { test, type Tab } from './firefox.ts';

// A cold browser, on whatever machine.
test.describe.configure({ timeout: 180_000 });

/**
 * The scripts have taken over and nothing is on its way but the stream of news: Firefox calls a file
 * that it stops fetching, because the page is left, a file that could not be loaded.
 */
async function settle(page: Page): Promise<void> {
	await page.waitForSelector('#svelte-announcer');
	await page.waitForNetworkIdle({ concurrency: 1, idleTime: 250 });
}

/** Opens each page in turn in one tab; answers what the browser complained about, by page. */
async function visit({ page, complaints }: Tab, paths: readonly string[]) {
	const found: Record<string, readonly string[]> = {};
	await settle(page);
	for (const path of paths) {
		const before = complaints.length;
		await page.goto(new URL(path, page.url()).href, { waitUntil: 'load' });
		await settle(page);
		const news = complaints.slice(before);
		if (news.length > 0) found[path] = news;
	}
	return found;
}

async function signIn({ page }: Tab, email: string): Promise<void> {
	await page.locator('#email').fill(email);
	await page.locator('#password').fill(DEMO_PASSWORD);
	await Promise.all([page.waitForNavigation(), page.locator('form:has(#password) button').click()]);
	await page.waitForSelector('form[action$="/uitloggen"]');
}

test('the public pages work in Firefox without a complaint', async ({ open }) => {
	const tab = await open('/');
	const found = await visit(tab, [
		'/',
		'/?provincie=limburg&weergave=bibliotheken',
		'/voortgang',
		'/dekking',
		'/prognose',
		'/vertraging',
		'/vergelijken',
		'/cijfers-naast-elkaar',
		'/kwartaalstanden',
		'/bibliotheken/bibliotheek-hengelo',
		'/en/definities'
	]);
	expect(found).toEqual({});
});

test('an adviser opens her list and adds a location in Firefox', async ({ open }) => {
	const tab = await open('/inloggen');
	await signIn(tab, advisorOf('rijnbrink'));
	const sheet = '/bibliotheken/bibliotheek-hengelo/bijwerken';
	const found = await visit(tab, ['/mijn-bibliotheken', sheet, `${sheet}/locatie-toevoegen`]);
	expect(found).toEqual({});
	const { page } = tab;
	const field = (name: string) => page.locator(`form [name="${name}"]`);
	await field('name').fill('Proef in Firefox');
	await field('town').fill('Hengelo');
	await page.select('form [name="municipalityCode"]', 'GM0164');
	await page.select('form [name="locationType"]', 'vestiging');
	await field('targetOn').fill('2022-03-01');
	await page.locator('main form[method="post"] button[type="submit"]').click();
	await page.waitForFunction(() =>
		document.querySelector('h1')?.textContent.includes('Proef in Firefox')
	);
	expect(tab.complaints).toEqual([]);
});

test('a programme manager opens the pages of her work in Firefox', async ({ open }) => {
	const tab = await open('/inloggen');
	await signIn(tab, PROGRAMME_MANAGER);
	const found = await visit(tab, [
		'/beheer/redenen',
		'/beheer/bijhouden',
		'/beheer/redenen/nieuw',
		'/beheer/vragen',
		'/kwartaalstanden/vaststellen',
		'/provincies/limburg/briefing'
	]);
	expect(found).toEqual({});
});
