import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { advisorOf, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const SHEET = '/bibliotheken/bibliotheek-hengelo/bijwerken';

test('an adviser records a partner, never a person, and everybody sees how far networks are @screen', async ({
	page
}, { project }) => {
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'), SHEET);
	await page.getByRole('link', { name: 'Lokaal netwerk bijhouden' }).click();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const name = `Steunpunt ${project.name}`;
	await page.getByLabel('Naam van de organisatie').fill(name);
	await page.locator('#type').selectOption('anders');
	await page.getByLabel('Algemene mailbox').fill('j.jansen@steun.example');
	const save = page.getByRole('button', { name: 'Partner vastleggen' });
	await save.click();
	await expect(page.getByRole('alert')).toContainText('Dit lijkt het adres van een persoon.');
	await expect(page.getByLabel('Naam van de organisatie')).toHaveValue(name);
	await expectAccessible(page);
	await page.getByLabel('Algemene mailbox').fill('info@steun.example');
	await save.click();
	await expect(page.getByRole('status').filter({ hasText: 'Vastgelegd' })).toBeVisible();
	await page.getByRole('link', { name: new RegExp(`^Wijzigen ?: ${name}`) }).click();
	// The form of before has the same fields: what is chosen there goes when the partner's own comes.
	await expect(page.getByLabel('Naam van de organisatie')).toHaveValue(name);
	await page.locator('#stage').selectOption('afspraak_gemaakt');
	await save.click();
	await expect(page.getByText(new RegExp(`over ${name}: Afspraak gemaakt sinds`))).toBeVisible();
	await expectAccessible(page);

	await page.goto('/voortgang/netwerk?provincie=overijssel');
	await expect(page.getByText(/kunnen doorverwijzen/).first()).toBeVisible();
	await expect(page.getByText(name)).toHaveCount(0);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	expect(complaints).toEqual([]);
});

test('partners are of the advisers of the library only', async ({ browser }) => {
	const form = { name: 'X', type: 'mee', stage: 'in_overleg', stageSince: '2021-05-01' };
	for (const who of [advisorOf('zb'), STAKEHOLDER]) {
		const page = await (await browser.newContext()).newPage();
		await signInAs(page, who);
		expect((await page.goto(`${SHEET}/netwerk`))?.status()).toBe(403);
		const headers = { origin: new URL(page.url()).origin };
		const sent = await page.request.post(`${SHEET}/netwerk`, { headers, form });
		expect(sent.status()).toBe(403);
		await page.context().close();
	}
	const nobody = await (await browser.newContext()).newPage();
	await nobody.goto(`${SHEET}/netwerk`);
	expect(new URL(nobody.url()).pathname).toBe('/inloggen');
	await nobody.context().close();
});
