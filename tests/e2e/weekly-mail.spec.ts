import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

test('the programme manager reads what the weekly mail would say, and nobody else does', async ({
	page,
	browser
}) => {
	await signInAs(page, PROGRAMME_MANAGER, '/beheer/weekmail');
	await expect(page.getByText('Er is geen mailserver ingesteld.')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Adviseur Rijnbrink' }).click();
	await expect(page.locator('pre')).toContainText('Beste Adviseur Rijnbrink');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const adviser = await browser.newPage();
	await signInAs(adviser, 'adviseur.rijnbrink@voorbeeld.nl');
	expect((await adviser.request.get('/beheer/weekmail')).status()).toBe(403);
});

test('a link that is over says so, and writes nothing', async ({ page }) => {
	await page.goto('/antwoord?sleutel=x');
	await expect(page.getByText('Deze link werkt niet meer.')).toBeVisible();
	await expectAccessible(page);
	await page.goto('/weekmail-afmelden?sleutel=x');
	await expect(page.getByText('Deze link werkt niet.')).toBeVisible();
	await expectAccessible(page);
});
