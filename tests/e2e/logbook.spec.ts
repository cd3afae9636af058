import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScripts } from './checks.ts';
import { ADMIN, advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const PATH = '/beheer/logboek';

test('the programme manager finds who recorded something, page by page, and takes it along @screen', async ({
	page
}) => {
	await signInAs(page, PROGRAMME_MANAGER, '/beheer');
	await page.getByRole('link', { name: 'Logboek', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logboek');
	const rows = page.locator('#log tbody tr');
	await expect(rows).toHaveCount(50);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByText('Zoeken en kiezen').click();
	await page.getByLabel('Soort').selectOption('Kosten');
	await page.getByLabel('Tot en met').fill('31-12-2021');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Laat zien' }).click();
	await expect(page).toHaveURL(/soort=kosten/);
	await expect(rows.first()).toContainText('€');
	const first = await rows.first().textContent();
	await page.getByRole('link', { name: 'Oudere regels' }).click();
	await expect(page).toHaveURL(/voor=/);
	await expect(page.getByRole('link', { name: 'Naar de nieuwste' })).toBeVisible();
	await expect(rows.first()).not.toHaveText(first ?? '');
	await page.goBack();
	await expect(rows.first()).toHaveText(first ?? '');
	const href = await page.getByRole('link', { name: /^CSV/ }).getAttribute('href');
	const csv = await (await page.request.get(href!)).text();
	expect(csv).toContain('Soort: Kosten; Tot en met: 31 december 2021');
	const book = await page.request.get(href!.replace('.csv', '.xlsx'));
	expect(book.headers()['content-type']).toContain('spreadsheetml');

	await page.goto(`${PATH}?zoek=zzzz&van=31-2-2021`);
	await expect(page.getByText('Niets gevonden.')).toBeVisible();
	await expect(page.getByText('lieten het weg: Vanaf.')).toBeVisible();
	await expect(page.getByLabel('Vanaf')).toHaveValue('31-2-2021');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Alles laten zien' }).click();
	await expect(rows).toHaveCount(50);
});

test('it works without JavaScript, and in English @screen', async ({ page }) => {
	await withoutScripts(page);
	await signInAs(page, PROGRAMME_MANAGER, `${PATH}?soort=mijlpalen`);
	await expect(page.locator('#log tbody tr')).toHaveCount(50);
	await page.getByRole('textbox', { name: 'Zoek naar woorden' }).fill('Adviseur ZB');
	await page.getByRole('button', { name: 'Laat zien' }).click();
	await expect(page.locator('#log tbody tr').first()).toContainText('Adviseur ZB');
	await page.goto(`/en${PATH}?soort=gebruikers`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test('an adviser reads what is about her libraries, and an administrator no notes', async ({
	browser
}) => {
	const own = await browser.newPage();
	await signInAs(own, advisorOf('zb'), PATH);
	await expect(own.getByText('de bibliotheken van uw POI')).toBeVisible();
	await expect(own.locator('#log')).not.toContainText('Adviseur Rijnbrink');
	await own.goto(`${PATH}?soort=gebruikers`);
	await expect(own.getByText('Niets gevonden.')).toBeVisible();
	const admin = await browser.newPage();
	await signInAs(admin, ADMIN, `${PATH}?soort=kosten`);
	await expect(admin.locator('#log tbody tr').first()).toBeVisible();
	await expect(admin.locator('#log')).not.toContainText('€');
	await expectAccessible(admin);
});

test('nobody else reads it, nor its files', async ({ browser }) => {
	const other = await browser.newPage();
	await signInAs(other, STAKEHOLDER, '/');
	for (const path of [PATH, `${PATH}/logboek.csv`, `${PATH}/logboek.xlsx`])
		expect((await other.request.get(path)).status()).toBe(403);
	const nobody = await browser.newContext();
	for (const path of [PATH, `${PATH}/logboek.csv`])
		expect((await nobody.request.get(path, { maxRedirects: 0 })).status()).toBe(303);
});
