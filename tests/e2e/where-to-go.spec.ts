import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('by keyboard alone somebody on the phone is told where to go, and the next one too @screen', async ({
	page,
	context
}) => {
	const complaints = watchConsole(page);
	// What is read aloud when an answer comes.
	const told = page.getByRole('main').locator('.answer').getByRole('status');
	await page.goto('/');
	await page.getByRole('link', { name: /^Waar kan ik terecht/ }).click();
	const field = page.getByLabel('Plaats of gemeente');
	await expect(field).toBeFocused();
	await page.keyboard.type('gietoorn');
	await page.keyboard.press('Enter');
	await expect(told).toContainText('U ziet het antwoord voor Giethoorn');
	const phone = page.getByRole('region', { name: 'Om voor te lezen' });
	await expect(phone).toContainText(/^.*U kunt terecht bij .+ De hulp is gratis\./s);
	await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	// What was typed is selected, so that the next town takes its place.
	await page.keyboard.type('Hollands Kroon');
	await page.keyboard.press('Enter');
	await expect(told).toContainText('is een gemeente met meer dan één plaats');
	await page.getByRole('link', { name: 'Hippolytushoef' }).press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Hippolytushoef');

	// The address holds everything, for whoever it is sent to.
	await page.getByRole('link', { name: 'Grote letters' }).click();
	await expect(page.getByRole('link', { name: 'Gewone letters' })).toBeVisible();
	await expectNoSidewaysScroll(page);
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.locator('#punten')).toHaveText(await page.locator('#punten').innerText());
	await other.close();
	expect(complaints).toEqual([]);
});

test('without scripts, in English, on a day on which little was open; files and API say the same @screen', async ({
	page,
	request
}) => {
	await withoutScripts(page);
	await page.goto('/en/waar-terecht?provincie=zeeland');
	await expect(page.getByText('Filters do not apply on this page')).toBeVisible();
	await page.getByLabel('Place or municipality').fill('Hengelo');
	await page.getByLabel('Situation on').first().fill('10-7-2019');
	await page.getByRole('button', { name: 'Find', exact: true }).click();
	await expect(page.locator('#punten')).toContainText('10 July 2019');
	await expect(
		page.getByRole('link', { name: 'Hengelo (municipality of Bronckhorst)' })
	).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const first = await page.getByRole('heading', { level: 3 }).first().innerText();
	const asked = 'plaats=Hengelo&peildatum=2019-07-10';
	const csv = await (await request.get(`/waar-terecht/punten.csv?${asked}`)).text();
	expect(csv.split('\r\n')[1]).toContain(first);
	const api: unknown = await (await request.get(`/api/v1/waar-terecht?${asked}`)).json();
	expect(JSON.stringify(api)).toContain(first);
	expect((await request.get('/waar-terecht/punten.csv?plaats=xqzvwkj')).status()).toBe(404);
});
