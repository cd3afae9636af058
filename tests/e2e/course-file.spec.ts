import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const PATH = '/mijn-bibliotheken/cursussen';
const LIBRARY = 'Bibliotheek Deventer';

/** A CSV with the columns of the worksheet, as somebody saves it from Dutch Excel. */
const csvOf = (...rows: string[]) => ({
	name: 'cursussen.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(
		`\u{feff}Bibliotheek;Jaar;Klik & Tik: groepen;Klik & Tik: deelnemers\r\n${rows.join('\r\n')}\r\n`
	)
});

test('an adviser reports the courses of a year in a file, and takes it back', async ({ page }) => {
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'), '/mijn-bibliotheken');
	await page.getByRole('link', { name: 'Cursussen van veel bibliotheken' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cursussen in een bestand');
	await expectAccessible(page);
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Werkblad van 2018 (.xlsx)' }).click();
	const { sheets } = await readXlsx(new Uint8Array(await readFile(await (await waiting).path())));
	expect(sheets.map(({ name }) => name)).toEqual(['Cursussen', 'Uitleg']);
	expect(sheets[0]!.rows.map(([name, year]) => [name, year])).toContainEqual([LIBRARY, 2018]);
	expect(sheets[0]!.rows.flat()).not.toContain('Bibliotheek Veldhoven');

	await page
		.getByLabel('Bestand')
		.setInputFiles(
			csvOf(`${LIBRARY};2018;3;25`, 'Bibliotheek Veldhoven;2018;1;9', 'Devnter;2018;2;8')
		);
	await page.getByRole('button', { name: 'Lezen en controleren' }).click();
	await expect(page.getByText('Bibliotheek Veldhoven hoort niet bij uw POI.')).toBeVisible();
	await expect(page.getByLabel('Bibliotheek ‘Devnter’')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Nieuw 1', exact: true }).click();
	await expect(
		page.getByText('Klik & Tik: geen opgave wordt 3 groepen, 25 deelnemers')
	).toBeVisible();
	await page.getByRole('button', { name: 'Leg 1 rij vast' }).click();
	await expect(page.getByText('1 rij is vastgelegd.')).toBeVisible();
	await expectAccessible(page);

	const history = '/bibliotheken/bibliotheek-deventer/bijwerken/cursussen?jaar=2018';
	await page.goto(history);
	await expect(page.getByText(/over 2018 op voor Klik & Tik: 3 groepen, 25/)).toBeVisible();
	await page.goBack();
	await page.getByRole('button', { name: 'Alles uit dit bestand ongedaan maken' }).click();
	await expect(page.getByRole('status').getByText(/ongedaan gemaakt/)).toBeVisible();
	await page.goto(history);
	await expect(page.getByText(/over 2018 op voor Klik & Tik: geen opgave/)).toBeVisible();
	expect(complaints).toEqual([]);
});

test('without scripts a file of courses is refused, read and recorded', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await signInAs(page, advisorOf('rijnbrink'), PATH);
	await withoutScripts(page);
	await page.reload();
	const send = async (...rows: string[]) => {
		await page.getByLabel('Bestand').setInputFiles(csvOf(...rows));
		await page.getByRole('button', { name: 'Lezen en controleren' }).click();
	};
	await send();
	await expect(page.getByRole('alert')).toContainText('In dit bestand staan geen cursussen.');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await send('Bibliotheek Almelo;2019;2;<5');
	await expect(page.getByText('2 groepen, minder dan 5 deelnemers')).toBeVisible();
	await page.getByRole('button', { name: 'Leg 1 rij vast' }).click();
	await expect(page.getByText('1 rij is vastgelegd.')).toBeVisible();
});

test('a file of courses is of who works for these libraries', async ({
	page,
	browser,
	baseURL
}) => {
	await signInAs(page, advisorOf('rijnbrink'), PATH);
	await page.getByLabel('Bestand').setInputFiles(csvOf('Bibliotheek Raalte;2018;1;9'));
	await page.getByRole('button', { name: 'Lezen en controleren' }).click();
	await expect(page).toHaveURL(/cursussen\/\d+$/);
	const file = new URL(page.url()).pathname;
	const other = await (await browser.newContext()).newPage();
	await signInAs(other, advisorOf('zb'), '/mijn-bibliotheken');
	const headers = { origin: baseURL ?? '', accept: 'text/html' };
	for (const action of ['apply', 'choose', 'mapping', 'undo']) {
		const { status } = await other.request
			.post(`${file}?/${action}`, { headers, form: {} })
			.then((answer) => ({ status: answer.status() }));
		expect(status, action).toBe(404);
	}
	expect((await other.request.get(file)).status()).toBe(404);
	await other.context().clearCookies();
	await signInAs(other, STAKEHOLDER, '/');
	for (const path of [PATH, file, `${PATH}/sjabloon.xlsx`]) {
		expect((await other.request.get(path)).status(), path).toBe(403);
	}
	await other.context().close();
});
