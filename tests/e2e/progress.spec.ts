import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { chooseInMenu } from './menu.ts';

const sentence = (page: Page) => page.locator('#verloop-sentence');
const figures = ['verloop', 'provincies', 'groepen'];

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a stakeholder reads the progress against plan and target on a day', async ({ page }) => {
			await page.goto('/');
			await chooseInMenu(page, 'Waar staan we?');
			await page.getByRole('main').getByRole('link', { name: 'Voortgang', exact: true }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'Voortgang op 31 januari 2022'
			);
			await page.getByLabel('Situatie op').fill('2020-12-31');
			await page.getByLabel('Vergelijk met', { exact: true }).fill('2019-12-31');
			await page.getByRole('button', { name: 'Toon', exact: true }).click();
			await expect(page).toHaveURL(/peildatum=2020-12-31/);
			await expect(sentence(page)).toHaveText(
				/^Op 31 december 2020 waren er 73 locaties open\. Volgens de oorspronkelijke planning hadden het er \d+ moeten zijn: het zijn er \d+ minder\./
			);
			await expect(page.getByText('44 meer dan op 31 december 2019')).toBeVisible();
			await expect(page.getByText('24 meer dan op 31 december 2019')).toBeVisible();
			await expect(page.locator('#verloop')).toContainText('Gehaald op');
			await page
				.getByRole('navigation', { name: 'Wat telt de grafiek?' })
				.getByRole('link', { name: 'Bibliotheekorganisaties' })
				.click();
			await expect(page).toHaveURL(/telling=organisaties/);
			await expect(sentence(page)).toContainText('39 bibliotheekorganisaties');
		});

		test('filters and dates of the map hold here, and English says the same', async ({ page }) => {
			await page.goto('/voortgang?provincie=gelderland&peildatum=2021-06-30&bekendOp=2021-07-15');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'Voortgang in Gelderland op 30 juni 2021'
			);
			await expect(page.getByText('zoals bekend op 15 juli 2021').first()).toBeVisible();
			await expect(async () => {
				await page.reload();
				const note = page.getByText('De strook is de prognose van 30 juni 2021');
				await expect(note).toBeVisible({ timeout: 500 });
			}).toPass({ timeout: 75_000, intervals: [1_000] });
			await page.getByRole('link', { name: 'English' }).click();
			await expect(page).toHaveURL(/\/en\/voortgang\?/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'Progress in Gelderland on 30 June 2021'
			);
			await page.getByRole('link', { name: /^Remove/ }).click();
			await expect(page).not.toHaveURL(/provincie=/);
			await expect(page).toHaveURL(/bekendOp=2021-07-15/);
		});

		test('the table and the quotation are within reach', async ({ page }) => {
			await page.goto('/voortgang?peildatum=2019-12-31');
			const figure = page.locator('#verloop');
			if (javaScriptEnabled) {
				// The table folds itself away as soon as the chart is there.
				await expect(figure.locator('canvas')).toBeVisible();
				await figure.getByText(/^De cijfers als tabel/).click();
			}
			const row = figure.getByRole('row').filter({ has: page.getByText('31 dec 2019') });
			await expect(row.getByRole('cell').nth(2)).toHaveText('29');
			if (!javaScriptEnabled) {
				await figure.getByText('Kopieer met bron').click();
				await expect(figure.locator('p.text')).toContainText('peildatum=2019-12-31');
				await expect(figure.locator('p.text')).toContainText('/definities#locaties');
			}
		});
	});
}

for (const scripts of ['with', 'without']) {
	test(`every state is accessible and fits the screen, ${scripts} JavaScript @screen`, async ({
		page
	}) => {
		test.setTimeout(240_000);
		if (scripts === 'without') await withoutScripts(page);
		const complaints = watchConsole(page);
		const states = [
			'/en/voortgang?telling=inwoners&peildatum=2020-06-30',
			'/voortgang?peildatum=nooit&telling=boeken&vergelijk=2050-01-01&status=gerealiseerd&provincie=drenthe',
			'/voortgang?zoek=bestaat-niet&peildatum=2019-01-01'
		];
		if (scripts === 'with') states.push('/voortgang', '/voortgang?peildatum=2022-12-31');
		for (const state of states) {
			await page.goto(state);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			for (const id of figures) await expect(page.locator(`#${id}`)).toBeVisible();
			// Closed, and drawn instead, as soon as the scripts are there; else the table appears.
			const table = page.locator('#provincies-table');
			await expect(table).toBeVisible({ visible: scripts === 'without' });
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		}
		// Scripts that are kept away are what this is about.
		const kept = /ERR_FAILED|Failed to fetch dynamically imported module/;
		expect(complaints.filter((text) => scripts === 'with' || !kept.test(text))).toEqual([]);
	});
}

test('the charts are drawn and have a name; a picture of them can be kept @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/voortgang?peildatum=2021-12-31');
	const chart = page.getByRole('img', { name: 'Locaties: planning, verwachting en wat open is' });
	await expect(chart).toBeVisible();
	await expect
		.poll(() =>
			chart.evaluate((canvas) => {
				if (!(canvas instanceof HTMLCanvasElement)) return 0;
				const { width, height } = canvas;
				const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
				return pixels.filter((value) => value > 0).length;
			})
		)
		.toBeGreaterThan(10_000);
	await expect(page.getByRole('img', { name: /Drenthe$/ })).toBeVisible();
	const download = page.waitForEvent('download');
	await page
		.locator('#verloop')
		.getByRole('button', { name: /^Download PNG/ })
		.click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('ido-verloop-2021-12-31.png');
	const bytes = await readFile(await file.path());
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	// Width and height stand right behind the signature and the name of the first chunk.
	expect(bytes.readUInt32BE(16)).toBe(1_800);
	expect(bytes.readUInt32BE(20)).toBeGreaterThan(1_000);
	expect(complaints).toEqual([]);
});

test('the forecast comes into the chart by itself, and what was typed meanwhile stays', async ({
	page
}, { project, retry }) => {
	// A day that no other visit asked for: what is there already would prove nothing.
	const day = 14 + 2 * retry + (project.name === 'phone' ? 1 : 0);
	const fan = page
		.locator('#verloop')
		.getByText(`De strook is de prognose van ${day} november 2021`);
	await page.goto(`/voortgang?peildatum=2021-11-${day}&poi=cubiss`);
	await expect(page.getByRole('button', { name: /^Kopieer met bron/ }).first()).toBeVisible();
	const field = page.getByLabel('Situatie op');
	await field.fill('2020-05-05');
	await expect(fan).toBeVisible({ timeout: 20_000 });
	await expect(field).toHaveValue('2020-05-05');
});

test('a figure is copied with its source', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/voortgang?peildatum=2021-12-31');
	await page
		.locator('#verloop')
		.getByRole('button', { name: /^Kopieer met bron/ })
		.click();
	await expect(page.locator('#verloop').getByText('Gekopieerd.')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain('Op 31 december 2021 waren er 439 locaties open.');
	expect(copied).toContain('Situatie op 31 december 2021, zoals bekend op 31 januari 2022.');
	expect(copied).toMatch(/\/voortgang\?peildatum=2021-12-31&bekendOp=2022-01-31#verloop/);
	expect(copied).toContain('voorbeeldgegevens');
});

test('the files and the API say what the page says', async ({ page, request }) => {
	await page.goto('/voortgang?peildatum=2021-12-31');
	const href = await page
		.locator('#verloop')
		.getByRole('link', { name: /^Download CSV/ })
		.getAttribute('href');
	// The file waits for its forecast; a machine with much to forecast asks to come back.
	const file = () => request.get(`${href}&scheiding=komma`);
	await expect.poll(async () => (await file()).status(), { timeout: 75_000 }).toBe(200);
	const csv = await (await file()).text();
	expect(csv).toMatch(
		/\r\n2021-12-31,\d+,\d+,\d+,439,439,(\d+),\1,\1,2021-12-31,,2021-12-31,2022-01-31,2021-12-31,,/
	);
	const answer = await (await request.get('/api/v1/voortgang?peildatum=2021-12-31')).json();
	expect(answer.kerncijfers[0]).toMatchObject({ telling: 'locaties', gerealiseerd: 439 });
	expect(answer.prognose).toMatchObject({ stand: 'klaar', gemaaktOp: '2021-12-31' });
	for (const { dag, voorzichtigMinstens, waarschijnlijk, misschien } of answer.prognose.maanden) {
		const cells = `${voorzichtigMinstens},${waarschijnlijk},${misschien},2021-12-31,`;
		expect(csv.split('\r\n').find((line) => line.startsWith(dag))).toContain(cells);
	}
	expect((await request.get('/api/v1/voortgang?telling=boeken&vergelijk=x')).status()).toBe(400);
	expect((await request.get('/voortgang/niets.csv')).status()).toBe(404);
	const description = await (await request.get('/api/v1/openapi.json')).json();
	expect(Object.keys(description.paths)).toContain('/voortgang');
});

test('the map page does not fetch the charts', async ({ page }) => {
	const scripts = new Set<string>();
	page.on('request', (request) => {
		if (request.url().endsWith('.js')) scripts.add(request.url());
	});
	await page.goto('/', { waitUntil: 'networkidle' });
	// Read apart, because the browser does not keep the body of what it only loaded ahead.
	const read = async (url: string) => (await page.request.get(url)).text();
	const code = (await Promise.all([...scripts].map(read))).join('');
	expect(code.length).toBeGreaterThan(10_000);
	expect(code).not.toContain('chartjs');
});

test('the page fits 320 pixels @screen', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/voortgang');
	await expectNoSidewaysScroll(page);
});
