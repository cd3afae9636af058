import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('a stakeholder sees which days are not complete yet, and how soon each POI reports @screen', async ({
	page,
	request
}) => {
	const complaints = watchConsole(page);
	await page.goto('/voortgang');
	const figure = page.locator('#verloop');
	const said = /Van de openingen van de laatste (\d+) dagen, tot en met 31 januari 2022,/;
	await expect(figure).toContainText(said);
	await expect(figure.getByText('Waarschijnlijk nog niet alles gemeld').first()).toBeVisible();
	// The table folds itself away as soon as the chart is there.
	await expect(figure.locator('canvas').first()).toBeVisible();
	const row = figure.getByRole('row').filter({ has: page.getByText('31 jan 2022') });
	await figure.getByText(/^De cijfers als tabel/).click();
	await expect(row.getByRole('cell').last()).toHaveText('ja');
	await figure.getByRole('link', { name: /meldtijd per POI/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Hoe snel openingen worden gemeld, situatie op 31 januari 2022'
	);
	await expect(page.getByRole('main')).toContainText(said);
	await expect(page.getByRole('img', { name: 'Meldtijd per POI' })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const csv = await (await request.get('/voortgang/meldtijd/meldtijd.csv?scheiding=komma')).text();
	const { perPoi } = await (await request.get('/api/v1/meldtijd')).json();
	for (const { naam, openingen } of perPoi) expect(csv).toContain(`\r\n${naam},${openingen},`);
	expect((await request.get('/voortgang/meldtijd/niets.csv')).status()).toBe(404);
	expect((await request.get('/api/v1/meldtijd?peildatum=x')).status()).toBe(400);
	expect(complaints).toEqual([]);
});

test('a table under a chart that was clicked before the scripts came opens, and stays open', async ({
	page
}) => {
	let come: () => void = () => undefined;
	const scripts = new Promise<void>((resolve) => (come = resolve));
	await page.route('**/*.js', async (route) => {
		await scripts;
		await route.continue();
	});
	await page.goto('/voortgang', { waitUntil: 'commit' });
	const figure = page.locator('#verloop');
	await figure.getByText(/^De cijfers als tabel/).click();
	come();
	await expect(figure.getByRole('button', { name: /PNG/ }).first()).toBeVisible();
	await expect(figure.getByRole('row').nth(1)).toBeVisible();
	await figure.getByRole('link', { name: 'Gemeenten', exact: true }).click();
	await expect(page).toHaveURL(/telling=gemeenten/);
	await expect(figure.getByRole('row').nth(1)).toBeVisible();
});

test('the page of reporting times without JavaScript, on other dates, and with nothing to measure @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await page.goto('/en/voortgang/meldtijd?peildatum=2021-06-30&bekendOp=2021-07-15&poi=cubiss');
	await expect(page.getByRole('table', { name: 'Reporting time per POI' })).toContainText('Cubiss');
	await expectAccessible(page);
	await page.goto('/voortgang/meldtijd?peildatum=2019-01-01&status=gerealiseerd&bekendOp=nooit');
	await expect(page.getByText('Op deze dag is er nog niets om te meten.').first()).toBeVisible();
	await expect(page.getByText('Het filter op status geldt niet op deze pagina')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});
