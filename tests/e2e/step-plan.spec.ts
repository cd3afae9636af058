import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const SHEET = '/bibliotheken/bibliotheek-losser/bijwerken';

test('an adviser plans all steps of a new location at once, and takes it back @screen', async ({
	page
}, { project }) => {
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'), `${SHEET}/locatie-toevoegen`);
	const name = `Stappenplan ${project.name}`;
	await page.locator('#name').fill(name);
	await page.locator('#town').fill('Losser');
	const municipality = page.locator('#municipalityCode');
	if ((await municipality.inputValue()) === '') await municipality.selectOption({ index: 1 });
	await page.locator('#targetOn').fill('1 december 2022');
	await page.locator('#locationType').selectOption('vestiging');
	await page.getByRole('button', { name: 'Locatie toevoegen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
	await page.getByRole('link', { name: 'Plan alle stappen' }).click();
	await expect(page.getByText('Geplande opening: 1 december 2022.')).toBeVisible();
	await expect(page.getByText(/Let op: deze opening is gepland na de uiterste/)).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	// One step is left out, of another the day is changed; a wrong day is told beside it.
	await page.getByRole('checkbox', { name: /^Registratie van bezoekers/ }).uncheck();
	const day = page.getByLabel('Dag voor ‘Plek ingericht’');
	// What is proposed follows the template, which another journey may change meanwhile.
	const proposed = await day.inputValue();
	expect(proposed).toMatch(/2022/);
	await day.fill('gauw');
	const save = page.getByRole('button', { name: 'Gekozen stappen plannen' });
	await save.click();
	await expect(page.getByText(/De rest staat hieronder/)).toBeVisible();
	await expect(day).toHaveValue('gauw');
	await expectAccessible(page);
	await day.fill('17-10-2022');
	await save.click();
	const said = page.getByRole('status').filter({ hasText: 'Zojuist vastgelegd' });
	await expect(said).toContainText('Plek ingericht');
	await expectAccessible(page);
	await said.getByRole('button', { name: 'Maak ongedaan' }).first().click();
	await expect(day).toHaveValue(proposed);
	expect(complaints).toEqual([]);

	// Without scripts as well: with nothing chosen it says so.
	await withoutScripts(page);
	await page.reload();
	const chosen = page.getByRole('checkbox', { checked: true });
	for (let left = await chosen.count(); left > 0; left -= 1) await chosen.first().uncheck();
	await save.click();
	await expect(page.getByRole('alert')).toContainText('Kies ten minste één stap.');
});

test('a step plan is of the advisers of the library only', async ({ browser }) => {
	const form = { 'answer.b1-training': 'plan', 'targetOn.b1-training': '2022-06-01' };
	for (const who of [advisorOf('zb'), STAKEHOLDER]) {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await signInAs(page, who);
		expect((await page.goto(`${SHEET}/stappenplan`))?.status()).toBe(403);
		const headers = { origin: new URL(page.url()).origin };
		const sent = await page.request.post(`${SHEET}/stappenplan?/record`, { form, headers });
		expect(sent.status()).toBe(403);
		await context.close();
	}
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${SHEET}/stappenplan`);
	expect(new URL(page.url()).pathname).toBe('/inloggen');
	await context.close();
});
