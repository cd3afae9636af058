import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScripts } from './checks.ts';
import { ADMIN, advisorOf, PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

const PATH = '/beheer/datakwaliteit';

test('the programme manager sees what is the matter, and the list behind each number @screen', async ({
	page
}) => {
	await signInAs(page, PROGRAMME_MANAGER, '/beheer');
	await page.getByRole('link', { name: 'Kwaliteit van de gegevens' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kwaliteit van de gegevens');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: /feiten zijn niet bevestigd/ }).click();
	await expect(page.locator('#facts tbody tr').first()).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.goto(PATH);
	for (const name of [/zonder adres of plek/, /tegenspreekt/, /stil/]) {
		await page.getByRole('main').getByRole('link', { name }).click();
		await expect(page).toHaveURL(/mijn-bibliotheken.*toon=/);
		await page.goBack();
	}
});

test('she records what she saw of a source, and takes it back, without JavaScript too @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await signInAs(page, PROGRAMME_MANAGER, `${PATH}/bronnen?toon=alle&pagina=2`);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const source = page.locator('main li:has(form)').last();
	const address = (await source.getByRole('link').getAttribute('href'))!;
	await source.getByRole('button', { name: 'Werkt niet meer' }).click();
	await expect(page.getByText('Vastgelegd.')).toBeVisible();
	await page.goto(`${PATH}/bronnen`);
	const gone = page.locator('main li:has(form)', { has: page.locator(`a[href="${address}"]`) });
	await expect(gone).toContainText(
		'Werkte niet meer op 31 januari 2022, volgens Programmamanager KB.'
	);
	await expectAccessible(page);
	await gone.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(page.getByText('Ongedaan gemaakt.')).toBeVisible();
	await expect(gone).toHaveCount(0);
});

test('nobody else sees or records it', async ({ browser }) => {
	for (const email of [ADMIN, advisorOf('zb')]) {
		const page = await browser.newPage();
		await signInAs(page, email, '/');
		for (const path of ['', '/onbevestigd', '/bronnen'])
			expect((await page.request.get(PATH + path)).status()).toBe(403);
		const headers = { accept: 'text/html', origin: new URL(page.url()).origin };
		for (const name of ['works', 'gone', 'undo'])
			expect(
				(
					await page.request.post(`${PATH}/bronnen?/${name}`, { headers, form: { address: 'x' } })
				).status()
			).toBe(403);
	}
});
