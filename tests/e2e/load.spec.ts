import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const PATH = '/beheer/eerste-bestand';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LIBRARY = 'Bibliotheek Veldhoven';

/** The empty workbook with rows below the headers of its sheets, as somebody would type them. */
async function filled(
	bytes: Uint8Array,
	values: Record<string, Record<string, CellValue>[]>
): Promise<Buffer> {
	const { sheets } = await readXlsx(bytes);
	return Buffer.from(
		await writeXlsx({
			sheets: sheets.map(({ name, rows }) => {
				const header = rows[0]!;
				const added = (values[name] ?? []).map((row) =>
					header.map((column) => row[String(column)] ?? null)
				);
				return { name, rows: [header, ...added] };
			})
		})
	);
}

test('the programme manager loads what was there before, and takes it back', async ({ page }, {
	project
}) => {
	const complaints = watchConsole(page);
	const location = `Proef eerste bestand ${project.name}`;
	await signInAs(page, PROGRAMME_MANAGER, '/mijn-bibliotheken/bestanden');
	await page.getByRole('link', { name: 'Eerste bestand inladen' }).click();
	await expectAccessible(page);
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download het lege bestand (Excel)' }).click();
	const empty = new Uint8Array(await readFile(await (await waiting).path()));
	const { sheets } = await readXlsx(empty);
	expect(sheets.map(({ name }) => name)).toEqual([
		...['Organisaties', 'Locaties', 'Eerste planningen', 'Openingen', 'Uitleg']
	]);
	expect(sheets[0]!.rows.map(([name]) => name)).toContain(LIBRARY);

	const about = { Bibliotheek: LIBRARY, Locatie: location };
	const buffer = await filled(empty, {
		Locaties: [
			{ ...about, 'Soort locatie': 'Servicepunt', Plaats: 'Veldhoven', Gemeente: 'Veldhoven' }
		],
		'Eerste planningen': [
			{ ...about, 'Geplande opening': '1 december 2021', 'Afgesproken op': '1 maart 2021' }
		],
		Openingen: [
			{ ...about, 'Geopend op': 'december 2021', 'Opening bekend sinds': '10 januari 2022' },
			{ ...about, Locatie: 'Onbekende plek', 'Geopend op': '1 juni 2021' }
		]
	});
	await page.getByLabel('Bestand').setInputFiles({ name: 'start.xlsx', mimeType: XLSX, buffer });
	await page.getByRole('button', { name: 'Lezen en controleren' }).click();
	await expect(page.getByText('Blad Openingen, rij 3')).toBeVisible();
	await expect(page.getByText('Zet de locatie op het blad ‘Locaties’')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.getByRole('link', { name: 'Wordt ingeladen' }).click();
	await expect(page.getByText('Geopend: december 2021', { exact: true })).toBeVisible();
	await page.getByRole('radio', { name: /Op de dag die in het bestand staat/ }).check();
	await page.getByRole('button', { name: 'Keuze bewaren' }).click();
	// The choice is kept when the page comes back, on its first tab.
	await expect(page).toHaveURL(/eerste-bestand\/\d+$/);
	await page.getByRole('link', { name: 'Wordt ingeladen' }).click();
	await expect(
		page.getByText('Geopend: december 2021. Vastgelegd als bekend op 10 januari 2022')
	).toBeVisible();
	// Another journey may have frozen a quarter by now, which days of the file may not reach behind.
	await page.getByRole('radio', { name: /^Vandaag/ }).check();
	await page.getByRole('button', { name: 'Keuze bewaren' }).click();
	await expect(page).toHaveURL(/eerste-bestand\/\d+$/);
	await page.getByRole('button', { name: 'Laad 3 regels in' }).click();
	await expect(page.getByRole('status').getByText(/3 /)).toBeVisible();

	// It says of itself that it was loaded, to everybody.
	await page.goto('/bibliotheken/bibliotheek-veldhoven');
	await page.getByRole('link', { name: location }).first().click();
	await expect(page.locator('.lead', { hasText: 'is open sinds december 2021' })).toBeVisible();
	await expect(page.getByText(/Ingeladen op 31 januari 2022/).first()).toBeVisible();

	await page.goto(PATH);
	await page
		.getByRole('button', { name: /Alles uit dit bestand ongedaan maken/ })
		.first()
		.click();
	await expect(page.getByRole('status')).toContainText(/ongedaan/i);
	expect(complaints).toEqual([]);
});

test('nobody else loads a first file', async ({ page, request, baseURL }) => {
	for (const who of [advisorOf('rijnbrink'), STAKEHOLDER]) {
		await page.context().clearCookies();
		await signInAs(page, who, '/');
		for (const path of [PATH, `${PATH}/1`, `${PATH}/sjabloon.xlsx`]) {
			expect((await page.request.get(path)).status(), `${who} ${path}`).toBe(403);
		}
		const posted = await page.request.post(`${PATH}?/send`, {
			headers: { origin: baseURL ?? '', accept: 'text/html' },
			multipart: { file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') } }
		});
		expect(posted.status()).toBe(403);
	}
	const asked = await request.get(PATH, { maxRedirects: 0 });
	expect(asked.headers()['location']).toContain('/inloggen');
});
