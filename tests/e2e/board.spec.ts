import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { signInAs } from './sign-in-as.ts';

test('an adviser sees her libraries in their phases, as columns and as a table @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await signInAs(page, 'adviseur.rijnbrink@voorbeeld.nl', '/mijn-bibliotheken');
	await page.getByRole('link', { name: /^Bord/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bord');
	const column = page.getByRole('region', { name: /^Open, nog stappen te gaan/ });
	await column
		.getByText(/locaties?, waarvan/)
		.first()
		.click();
	await expect(column.getByText('open', { exact: true }).first()).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await column.getByRole('link', { name: /^Toon alle/ }).click();
	await expect(page).toHaveURL(/fase=borging/);
	await page.getByRole('link', { name: 'Als tabel' }).click();
	await expect(page).toHaveURL(/fase=borging&als=tabel/);
	await expect(page.getByRole('row')).toHaveCount(29);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	expect(complaints).toEqual([]);
});

test('the board without JavaScript, narrowed, with words that are no choice, and for nobody else @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await signInAs(page, 'programmamanager@voorbeeld.nl', '/mijn-bibliotheken');
	await page.goto('/en/mijn-bibliotheken/bord?poi=zb&fase=maan&als=tabel');
	await expect(page.getByText(/‘maan’/)).toBeVisible();
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await expect(page).toHaveURL(/als=tabel/);
	await expect(page.getByRole('table', { name: 'Board' }).getByRole('row')).toHaveCount(4);
	await expectAccessible(page);
	await page.goto('/mijn-bibliotheken/bord?fase=borging&pagina=99');
	await expect(page).toHaveURL(/fase=borging/);
	await expect(
		page
			.getByRole('region', { name: /^Open, nog/ })
			.getByRole('listitem')
			.first()
	).toBeVisible();
	await page.goto('/mijn-bibliotheken?pagina=99');
	await expect(page).toHaveURL(/pagina=\d(?!\d)/);
	await page.context().clearCookies();
	await page.goto('/mijn-bibliotheken/bord');
	await expect(page).toHaveURL(/inloggen/);
	await signInAs(page, 'belanghebbende@voorbeeld.nl');
	expect((await page.goto('/mijn-bibliotheken/bord'))?.status()).toBe(403);
});
