import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { signInAs } from './sign-in-as.ts';

const SHEET = '/bibliotheken/bibliotheek-almelo/bijwerken';

test('an adviser comments on a library and withdraws it; others may not read it', async ({
	page,
	browser
}) => {
	const said = `De wethouder belt (${test.info().project.name}).`;
	await signInAs(page, 'adviseur.rijnbrink@voorbeeld.nl', SHEET);
	await page.getByRole('link', { name: /^Opmerkingen/ }).click();
	await page.getByRole('button', { name: 'Opmerking plaatsen' }).click();
	await expect(page.getByRole('alert')).toContainText('Typ uw opmerking.');
	await expectAccessible(page);
	await page.getByLabel('Uw opmerking').fill(said);
	await page.getByRole('button', { name: 'Opmerking plaatsen' }).click();
	await expect(page.getByText('Uw opmerking is geplaatst.')).toBeVisible();
	const line = page.locator('li', { hasText: said });
	await expect(line).toContainText('In het algemeen');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const stranger = await browser.newPage();
	await signInAs(stranger, 'adviseur.zb@voorbeeld.nl');
	expect((await stranger.request.get(`${SHEET}/opmerkingen`)).status()).toBe(403);
	await line.getByRole('button', { name: 'Trek in' }).click();
	await expect(page.getByText('De opmerking is ingetrokken.')).toBeVisible();
	await expect(line).toContainText('Ingetrokken door');
});
