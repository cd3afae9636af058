import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible, watchConsole, withoutScripts } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

test('published numbers of questions stand beside the rollout, with their source @screen', async ({
	page,
	request
}) => {
	const complaints = watchConsole(page);
	await page.goto('/vragen');
	// Until the scripts are there, the text to copy by hand says it too, folded away.
	const told = page.getByRole('paragraph').filter({ hasText: 'meer dan 16.000 vragen gesteld' });
	await expect(told).toBeVisible();
	await expect(page.getByRole('link', { name: /^NOS/ })).toHaveAttribute('href', /nos\.nl/);
	await expectAccessible(page);
	const csv = await (await request.get('/vragen/gepubliceerd.csv?scheiding=komma')).text();
	expect(csv).toMatch(/2021-11-30,16000,ja,/);
	await page.goto('/vragen?provincie=limburg&peildatum=onzin');
	await expect(page.getByText('Deze aantallen gelden voor het hele land.')).toBeVisible();
	expect(complaints).toEqual([]);
});

test('everything is there without scripts @screen', async ({ page }) => {
	await withoutScripts(page);
	await page.goto('/en/vragen?peildatum=2021-06-30');
	await expect(page.getByText('No number of questions was published')).toBeVisible();
	await expectAccessible(page);
});

test('the programme manager imports a quarter, and a wrong file says what is wrong @screen', async ({
	page
}) => {
	await signInAs(page, PROGRAMME_MANAGER, '/beheer/vragen');
	const csv = async () => {
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: /^Leeg bestand van het 4e kwartaal 2021/ }).click();
		const path = await (await download).path();
		return readFile(path, 'utf8');
	};
	const empty = await csv();
	const send = async (text: string) => {
		const buffer = Buffer.from(text);
		await page
			.getByLabel('Bestand')
			.setInputFiles({ name: 'k4.csv', mimeType: 'text/csv', buffer });
		await page.getByRole('button', { name: 'Bestand inlezen' }).click();
	};
	await send(empty);
	await expect(page.getByRole('alert')).toContainText('Het bestand is niet ingelezen');
	await expect(page.getByText(/^Regel 2: ‘’ is geen aantal/)).toBeVisible();
	await expectAccessible(page);
	await send(empty.replaceAll(/;\r\n/g, ';6\r\n').replace(/;6\r\n/, ';2\r\n'));
	await expect(page.getByText(/^Ingelezen: het 4e kwartaal 2021/)).toBeVisible();
	await expect(page.getByText('Van 1 locatie is het aantal niet bewaard')).toBeVisible();
	await expectAccessible(page);
	await page.goto('/vragen');
	await expect(
		page.getByRole('paragraph').filter({
			hasText: /In het 4e kwartaal 2021 registreerden \d+ locaties .* waren er 439 open\./
		})
	).toBeVisible();
	await expectAccessible(page);
});

test('nobody else may import', async ({ page }) => {
	await page.goto('/beheer/vragen');
	await expect(page).toHaveURL(/\/inloggen/);
	await signInAs(page, advisorOf('rijnbrink'));
	expect((await page.goto('/beheer/vragen'))?.status()).toBe(403);
});
