import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

test('the programme manager makes a version, and an adviser moves a library to it', async ({
	page,
	browser
}) => {
	const complaints = watchConsole(page);
	await signInAs(page, PROGRAMME_MANAGER, '/mijn-bibliotheken');
	await page.getByRole('link', { name: 'Sjablonen wijzigen' }).click();
	await expectAccessible(page);
	await page
		.getByRole('link', { name: /^Kopgroep/ })
		.first()
		.click();
	await page.locator('summary', { hasText: 'Vaardigheidstraining gevolgd' }).click();
	const weeks = page.locator('[id="weeks.training"]');
	const other = (await weeks.inputValue()) === '15' ? '16' : '15';
	await weeks.fill(other);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('button', { name: 'Nieuwe versie maken' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf kort op waarom');
	await expect(weeks).toHaveValue(other);
	await page.getByLabel('Waarom deze nieuwe versie').fill('Training kan eerder');
	await page.getByRole('button', { name: 'Nieuwe versie maken' }).click();
	await expect(page.getByText('De nieuwe versie is gemaakt.')).toBeVisible();
	await expect(page.getByText(`wordt ‘${other}’`).first()).toBeVisible();
	await page.getByRole('button', { name: 'Gekozen bibliotheken verplaatsen' }).click();
	await expect(page.getByText('Kies ten minste één bibliotheek.').first()).toBeVisible();
	await expectAccessible(page);
	expect(complaints).toEqual([]);

	const context = await browser.newContext({ javaScriptEnabled: false });
	const hers = await context.newPage();
	await signInAs(
		hers,
		advisorOf('rijnbrink'),
		'/bibliotheken/bibliotheek-losser/bijwerken/sjabloon'
	);
	await hers.getByRole('link', { name: /^Bekijk wat er verandert met ‘Kopgroep/ }).click();
	await expect(hers.getByText(/Weken na de aanvraag: ‘36’ wordt ‘17’/)).toBeVisible();
	await hers.getByRole('button', { name: /^Verplaats naar ‘Kopgroep/ }).click();
	await expect(hers.getByText(/volgen nu ‘Kopgroep/)).toBeVisible();
	await context.close();
});

test('templates are of the programme manager, that of a library of its own advisers', async ({
	browser
}) => {
	const own = '/bibliotheken/bibliotheek-losser/bijwerken/sjabloon';
	for (const who of [advisorOf('zb'), STAKEHOLDER]) {
		const page = await (await browser.newContext()).newPage();
		await signInAs(page, who);
		const headers = { origin: new URL(page.url()).origin };
		for (const path of ['/beheer/sjablonen', '/beheer/sjablonen/1', own]) {
			expect((await page.request.get(path)).status(), path).toBe(403);
		}
		for (const path of ['/beheer/sjablonen/1?/edit', '/beheer/sjablonen/1?/move', own]) {
			const form = { library: '1-1', from: '1', to: '2' };
			const sent = await page.request.post(path, { headers, form });
			expect(sent.status(), path).toBe(403);
		}
		await page.context().close();
	}
	const nobody = await (await browser.newContext()).newPage();
	for (const path of ['/beheer/sjablonen', own]) {
		await nobody.goto(path);
		expect(new URL(nobody.url()).pathname).toBe('/inloggen');
	}
	await nobody.context().close();
});
