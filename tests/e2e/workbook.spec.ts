import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const FILES = '/mijn-bibliotheken/bestanden';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const bytesOf = async (download: Download) => new Uint8Array(await readFile(await download.path()));

/** The workbook with these values in the first row of a training that was not reached. */
async function changed(bytes: Uint8Array, values: Record<string, CellValue>): Promise<Buffer> {
	const { sheets } = await readXlsx(bytes);
	const { name, rows } = sheets[0]!;
	const header = rows[0]!;
	const at = (column: string) => header.indexOf(column);
	const row = rows.find(
		(cells) =>
			cells[at('Mijlpaal')] === 'Evaluatie en borging afgesproken' &&
			!cells[at('Stand')] &&
			cells[at('Gepland op')]
	)!;
	for (const [column, value] of Object.entries(values)) row[at(column)] = value;
	const columns = header.map((_, index) =>
		index === at('Gepland op') ? { numFmt: 'dd-mm-yyyy' } : {}
	);
	return Buffer.from(await writeXlsx({ sheets: [{ name, rows, columns }] }));
}

async function downloadBook(page: Page): Promise<Uint8Array> {
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Werkblad voor Excel (.xlsx)' }).click();
	return bytesOf(await waiting);
}

async function send(page: Page, buffer: Buffer, name = 'ingevuld.xlsx', mimeType = XLSX) {
	await page.getByLabel('Bestand').setInputFiles({ name, mimeType, buffer });
	await page.getByRole('button', { name: 'Lezen en controleren' }).click();
}

const MOVED = {
	'Gepland op': new Date('2022-11-30'),
	'Reden van de wijziging': 'Corona of lockdown'
};

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'an adviser' : 'an adviser without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('takes a workbook away, changes it, and records it after a look @screen', async ({
			page
		}, { project }) => {
			const complaints = watchConsole(page);
			// Both screens run at once: each has libraries of its own.
			const pois = javaScriptEnabled ? ['rijnbrink', 'cubiss'] : ['zb', 'probiblio'];
			const poi = pois[project.name === 'phone' ? 1 : 0]!;
			await signInAs(page, advisorOf(poi), '/mijn-bibliotheken');
			await page.getByRole('link', { name: /Werken in Excel/ }).click();
			const book = await downloadBook(page);
			if (javaScriptEnabled) await expectAccessible(page);
			await expectNoSidewaysScroll(page);

			await send(page, await changed(book, { 'Gepland op': 'gauw' }));
			await expect(page.getByText('‘gauw’ is geen datum.')).toBeVisible();
			await expect(page.getByText(/wordt leeg/)).toBeHidden();
			await expect(page.getByText('Er is niets om vast te leggen.')).toBeVisible();
			await page.goto(FILES);

			await send(page, await changed(book, MOVED));
			await expect(page.getByText(/Gepland op: .* wordt 30 november 2022/)).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.getByRole('button', { name: 'Leg 1 rij vast' }).click();
			await expect(page.getByText('1 rij is vastgelegd.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);

			await page.getByRole('button', { name: 'Alles uit dit bestand ongedaan maken' }).click();
			await expect(page.getByText(/Alles staat weer zoals daarvoor/)).toBeVisible();
			expect(complaints).toEqual([]);
		});
	});
}

test('a file that is none is refused with what to do', async ({ page }) => {
	await signInAs(page, advisorOf('rijnbrink'), FILES);
	await send(page, Buffer.from('%PDF-1.4'), 'verslag.xlsx');
	await expect(page.getByRole('alert').getByText(/Dit is geen werkblad/)).toBeVisible();
	await expectAccessible(page);
	// Columns that nobody knows are asked about.
	await page.goto(FILES);
	const own = 'Bieb;Fase;Klaar op\nDe Bieb;Borging;1-7-2022\n';
	await send(page, Buffer.from(own), 'eigen.csv', 'text/csv');
	await expect(page.getByText('In dit bestand herkennen wij de kolommen niet.')).toBeVisible();
	await expect(page.getByLabel('Kolom ‘Fase’')).toHaveValue('');
	await expect(page.getByText('Er is niets om vast te leggen.')).toBeHidden();
	await expectAccessible(page);
	await page.goto(FILES);
	await send(page, Buffer.alloc(5_000_000, 'a;b\n'), 'groot.csv', 'text/csv');
	await expect(page.getByRole('alert').getByText(/te groot/)).toBeVisible();
});

test('a date that can be two days is asked about, and a word is explained once', async ({
	page
}) => {
	await signInAs(page, PROGRAMME_MANAGER, FILES);
	const text =
		'Bibliotheek;Mijlpaal;Streefdatum;Reden\nBieb in het Oosten;Evaluatie en borging afgesproken;3/4/2022;Corona of lockdown\n';
	await send(page, Buffer.from(text), 'eigen.csv', 'text/csv');
	await page.getByLabel('Kolom ‘Streefdatum’').selectOption({ label: 'Gepland op' });
	await page.getByLabel('Bibliotheek ‘Bieb in het Oosten’').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Onthouden en opnieuw controleren' }).click();
	await expect(page.getByText(/kan 3 april 2022 zijn of 4 maart 2022/)).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel('De maand (4 maart)').check();
	await page.getByRole('button', { name: 'Datums zo lezen' }).click();
	await expect(page.getByText(/kan 3 april 2022 zijn/)).toBeHidden();
});

test('nobody else gets a workbook or sees a file', async ({ page, browser }) => {
	const paths = [FILES, '/mijn-bibliotheken/werkblad.xlsx', '/mijn-bibliotheken/werkblad.csv'];
	for (const path of paths) {
		const answer = await page.request.get(path, { maxRedirects: 0 });
		expect([path, answer.status()]).toEqual([path, 303]);
	}
	await signInAs(page, STAKEHOLDER, '/');
	for (const path of paths) {
		expect([path, (await page.request.get(path)).status()]).toEqual([path, 403]);
	}
	const other = await browser.newPage();
	await signInAs(other, advisorOf('zb'), FILES);
	const text = 'Bibliotheek;Mijlpaal;Gepland op\nx;Evaluatie en borging afgesproken;1-4-2022\n';
	await send(other, Buffer.from(text), 'van-zb.csv', 'text/csv');
	await expect(other.getByRole('heading', { level: 1 })).toContainText('van-zb.csv');
	const path = new URL(other.url()).pathname;
	await other.context().clearCookies();
	await signInAs(other, advisorOf('rijnbrink'), FILES);
	expect((await other.request.get(path)).status()).toBe(404);
	expect((await other.request.get(`${path}/controle.xlsx`)).status()).toBe(404);
});
