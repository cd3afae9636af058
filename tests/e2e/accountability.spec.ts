import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

const PATH = '/beheer/subsidie/verantwoording';

test('the programme manager sets a last day, sees what is late, and others are refused', async ({
	browser
}) => {
	const manager = await browser.newPage();
	const adviser = await browser.newPage();
	const stranger = await browser.newPage();
	await signInAs(manager, PROGRAMME_MANAGER, PATH);
	await expect(manager.getByRole('heading', { level: 1 })).toHaveText(
		'Verantwoording van de subsidie'
	);
	await manager.getByRole('button', { name: 'Leg vast' }).click();
	await expect(manager.getByText('Kies een mogelijkheid uit de lijst.').first()).toBeVisible();
	await expectAccessible(manager);

	// A decision of which the survey is then missing.
	const library = 'Bibliotheek Rivierenland';
	await manager.goto('/beheer/subsidie');
	await manager.getByLabel('Wat is er gebeurd?').selectOption('decision');
	await manager.getByLabel(library).check();
	await manager.getByLabel('Regeling', { exact: true }).selectOption('digitale-inclusie');
	await manager.getByLabel('Jaar van de regeling').fill('2020');
	await manager.locator('input[name=onDay]').first().fill('2020-02-01');
	await manager.getByLabel('Bedrag in euro').fill('12.000');
	await manager.getByRole('button', { name: 'Leg vast' }).click();
	await expect(manager.getByRole('status').first()).toContainText(/[Vv]astgelegd/);

	await manager.goto(PATH);
	await manager.getByLabel('Welk stuk?').selectOption('survey');
	await manager.getByLabel('Over welk jaar?').fill('2020');
	await manager.locator('input[name=dueOn]').first().fill('2021-06-01');
	await manager.getByLabel('Waar staat dit?').fill('Brief van KB');
	await manager.getByRole('button', { name: 'Leg vast' }).click();
	await expect(manager.getByText('De uiterste dag is vastgelegd.')).toBeVisible();
	await manager.goto(`${PATH}?toon=te-laat`);
	const row = manager.getByRole('row', { name: new RegExp(library) });
	await expect(row).toContainText('Te laat');
	await expectAccessible(manager);
	await expectNoSidewaysScroll(manager);
	const csv = await (await manager.request.get(`${PATH}/stukken.csv?toon=te-laat`)).text();
	expect(csv).toContain(library);

	await row.getByRole('link', { name: library }).click();
	await expect(manager.locator('section[aria-labelledby=subsidie]')).toContainText('Te laat');
	await expectAccessible(manager);
	await expectNoSidewaysScroll(manager);

	await signInAs(adviser, 'adviseur.rijnbrink@voorbeeld.nl', `${PATH}?toon=te-laat`);
	await expect(adviser.getByRole('row', { name: new RegExp(library) })).toBeVisible();
	await expect(adviser.getByLabel('Welk stuk?')).toHaveCount(0);
	await signInAs(stranger, 'belanghebbende@voorbeeld.nl', '/');
	expect((await stranger.request.get(PATH)).status()).toBe(403);
	expect((await stranger.request.get(`${PATH}/stukken.csv`)).status()).toBe(403);
});
