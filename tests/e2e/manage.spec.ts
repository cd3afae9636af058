import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { LIMITS } from '#lib/server/access/account/sign-in-limit.ts';
import { expectAccessible } from './checks.ts';
import {
	ADMIN,
	advisorOf,
	fillSignIn,
	PROGRAMME_MANAGER,
	signInAs,
	STAKEHOLDER
} from './sign-in-as.ts';

/** An account made by the administrator, who stays on the page that shows its password. */
async function addUser(admin: Page): Promise<{ name: string; email: string; password: string }> {
	const name = `Noor ${randomUUID().slice(0, 8)}`;
	const email = `${randomUUID()}@voorbeeld.nl`;
	await signInAs(admin, ADMIN, '/beheer/gebruikers/nieuw');
	await admin.locator('#name').fill(name);
	await admin.locator('#email').fill(email);
	await admin.locator('#role').selectOption('stakeholder');
	await admin.locator('#organisation').fill('BZK');
	await admin.getByRole('button', { name: 'Gebruiker toevoegen' }).click();
	const password = await admin.locator('code').innerText();
	return { name, email, password };
}

test('somebody whom the administrator added chooses a password of her own @screen', async ({
	page: admin,
	browser
}) => {
	const { email, password } = await addUser(admin);
	const context = await browser.newContext();
	const page = await context.newPage();
	await signInAs(page, email, '/account', password);
	await page.locator('#currentPassword').fill(password);
	await page.locator('#newPassword').fill('kort');
	await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
	await expect(page.locator('#newPassword-error')).toHaveText(/ten minste 12 tekens/);
	await expectAccessible(page);
	await page.locator('#newPassword').fill('mijn-eigen-wachtwoord');
	await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
	await expect(page.getByRole('status')).toHaveText(/Uw wachtwoord is gewijzigd/);
	await context.close();
});

test('somebody whose access is withdrawn is signed out at once and stays out', async ({
	page: admin,
	browser
}) => {
	const { name, email, password } = await addUser(admin);
	const context = await browser.newContext();
	const page = await context.newPage();
	await signInAs(page, email, '/account', password);
	await admin.goto('/beheer/gebruikers');
	await expectAccessible(admin);
	await admin.getByRole('link', { name }).click();
	await expect(admin.getByRole('main').getByText(email)).toBeVisible();
	await expectAccessible(admin);
	await admin.getByRole('button', { name: 'Toegang intrekken' }).click();
	await expect(admin.getByRole('status')).toHaveText(/overal uitgelogd/);
	await page.goto('/account');
	await expect(page).toHaveURL(/\/inloggen/);
	await fillSignIn(page, email, password);
	await expect(page.locator('#password-error')).toBeVisible();
	await context.close();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('too many wrong passwords are refused, and then the right one too', async ({
		page,
		browser
	}) => {
		const context = await browser.newContext();
		const { email, password } = await addUser(await context.newPage());
		await context.close();
		await page.goto('/inloggen');
		for (let attempt = 1; attempt <= LIMITS.together; attempt++) {
			await fillSignIn(page, email, `fout-${attempt}`);
			await expect(page.locator('#password-error')).toHaveText(/horen niet bij elkaar/);
		}
		await fillSignIn(page, email, password);
		await expect(page.locator('#password-error')).toHaveText(/te vaak .* over 1[45] minuten/);
		await expect(page.locator('#email')).toHaveValue(email);
		await page.goto('/account');
		await expect(page).toHaveURL(/\/inloggen/);
	});

	test('the programme manager adds, moves and retires a reason', async ({ page }) => {
		const label = `Proef ${randomUUID().slice(0, 8)}`;
		await signInAs(page, PROGRAMME_MANAGER, '/beheer/redenen');
		await page.getByRole('link', { name: 'Reden toevoegen' }).click();
		await page.locator('#labelNl').fill(label);
		await page.getByRole('button', { name: 'Reden toevoegen' }).click();
		await expect(page.locator('#labelEn-error')).toHaveText('Vul de Engelse tekst in.');
		await expect(page.locator('#labelNl')).toHaveValue(label);
		await page.locator('#labelEn').fill('Trial');
		await page.getByLabel('Nee, het komt van buiten').check();
		await page.getByRole('button', { name: 'Reden toevoegen' }).click();

		const row = page.getByRole('row').filter({ hasText: label });
		await expect(row).toContainText('van buiten');
		await row.getByRole('button', { name: /omhoog/ }).click();
		await expect(row).toBeVisible();

		await row.getByRole('link', { name: label }).click();
		await page.getByLabel('Nee, alleen laten zien waar deze reden al is gebruikt').check();
		await page.getByRole('button', { name: 'Opslaan' }).click();
		// In a column of its own, or below the reason where the screen is narrow.
		await expect(
			row.getByText(/^nee$|niet meer te kiezen/).filter({ visible: true })
		).toBeVisible();
	});
});

test('a reason that somebody else changed meanwhile is not overwritten', async ({
	page,
	context
}) => {
	const label = `Proef ${randomUUID().slice(0, 8)}`;
	await signInAs(page, PROGRAMME_MANAGER, '/beheer/redenen/nieuw');
	await page.locator('#labelNl').fill(label);
	await page.locator('#labelEn').fill('Trial');
	await page.getByLabel('Nee, het komt van buiten').check();
	await page.getByRole('button', { name: 'Reden toevoegen' }).click();
	await page.getByRole('link', { name: label }).click();
	await expect(page.locator('#labelNl')).toHaveValue(label);
	const other = await context.newPage();
	await other.goto(page.url());

	for (const [editor, text] of [
		[other, `${label} van de ander`],
		[page, `${label} van mij`]
	] as const) {
		await editor.locator('#labelNl').fill(text);
		await editor.getByRole('button', { name: 'Opslaan' }).click();
	}
	await expect(page.locator('#labelNl-error')).toContainText(`${label} van de ander`);
	await expect(page.locator('#labelNl')).toHaveValue(`${label} van mij`);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Opslaan' }).click();
	await expect(page.getByRole('link', { name: `${label} van mij` })).toBeVisible();
	await expectAccessible(page);
});

for (const [email, path] of [
	[advisorOf('cubiss'), '/beheer/redenen'],
	[STAKEHOLDER, '/beheer/redenen/nieuw'],
	[ADMIN, '/beheer/redenen'],
	[PROGRAMME_MANAGER, '/beheer/gebruikers'],
	[advisorOf('cubiss'), '/beheer/gebruikers/nieuw']
] as const) {
	test(`${email} may not open ${path}`, async ({ page }) => {
		await signInAs(page, email, '/account');
		const response = await page.goto(path);
		expect(response?.status()).toBe(403);
		await expect(
			page.getByText('Met uw account kunt u dit niet bekijken of wijzigen.')
		).toBeVisible();
		await expectAccessible(page);
	});
}
