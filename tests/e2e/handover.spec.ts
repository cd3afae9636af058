import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { ADMIN, advisorOf, fillSignIn, PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

test('an adviser leaves in one step, another works on, and it can be taken back @screen', async ({
	page: admin,
	browser
}) => {
	const name = `Noor ${randomUUID().slice(0, 8)}`;
	const email = `${randomUUID()}@voorbeeld.nl`;
	await signInAs(admin, ADMIN, '/beheer/gebruikers/nieuw');
	await admin.locator('#name').fill(name);
	await admin.locator('#email').fill(email);
	await admin.locator('#role').selectOption('advisor');
	await admin.locator('#organisation').fill('Fers');
	await admin.locator('#supportInstituteId').selectOption('Fers');
	await admin.getByRole('button', { name: 'Gebruiker toevoegen' }).click();
	const password = await admin.locator('code').innerText();
	const own = await (await browser.newContext()).newPage();
	await signInAs(own, email, '/mijn-bibliotheken', password);

	await admin.goto('/beheer/gebruikers');
	await admin.getByRole('link', { name }).click();
	await admin.getByRole('link', { name: 'Deze adviseur vertrekt' }).click();
	await expect(admin.getByRole('heading', { level: 1 })).toHaveText(`${name} vertrekt`);
	await expect(admin.getByText('bibliotheken van Fers gaan over')).toBeVisible();
	await expectAccessible(admin);
	await expectNoSidewaysScroll(admin);
	await admin.getByRole('button', { name: `Laat ${name} vertrekken` }).click();
	await expect(admin.getByRole('alert')).toContainText('Kies wie het werk overneemt.');
	await expectAccessible(admin);
	await admin.getByLabel('Adviseur Fers (Fers)').check();
	await admin.getByLabel('Adviseur ZB (ZB)').check();
	await admin.getByRole('button', { name: `Laat ${name} vertrekken` }).click();
	await expect(admin.getByText('Voor Fers werkt sindsdien: Adviseur ZB.')).toBeVisible();
	await expect(admin.getByText('Adviseur Fers werkt zelf al voor Fers.')).toBeVisible();
	await expectAccessible(admin);
	await expectNoSidewaysScroll(admin);
	await own.goto('/mijn-bibliotheken');
	await expect(own).toHaveURL(/inloggen/);

	// Who left has nothing to hand over any more.
	await admin.goto(`${new URL(admin.url()).pathname}/vertrek`);
	await expect(admin.getByText('Er is niets overgedragen.')).toBeVisible();
	await expectAccessible(admin);
	await admin.getByRole('button', { name: 'Maak het vertrek ongedaan' }).click();
	await expect(admin.getByText('De adviseur heeft weer toegang.')).toBeVisible();
	await fillSignIn(own, email, password);
	await expect(own).toHaveURL(/mijn-bibliotheken/);
	await admin.goto('/beheer/logboek?soort=gebruikers');
	await expect(admin.locator('#log')).toContainText(
		`${name} vertrok, Adviseur Fers, Adviseur ZB nam het werk over`
	);
});

test('nobody but the administrator lets an adviser leave', async ({ browser }) => {
	for (const email of [PROGRAMME_MANAGER, advisorOf('zb')]) {
		const page = await browser.newPage();
		await signInAs(page, email, '/');
		const path = `/beheer/gebruikers/${encodeURIComponent('demo:fers')}/vertrek`;
		expect((await page.request.get(path)).status()).toBe(403);
		const headers = { accept: 'text/html', origin: new URL(page.url()).origin };
		const form = { successor: 'demo:zb' };
		expect((await page.request.post(path, { headers, form })).status()).toBe(403);
	}
});
