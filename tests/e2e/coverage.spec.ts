import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

const DAY = 'peildatum=2020-12-31';

test('a what-if moves figures and map, and its address says the same again @screen', async ({
	page,
	context
}) => {
	const complaints = watchConsole(page);
	await page.goto(`/dekking?${DAY}`);
	await expect(page.locator('#maten-sentence')).toContainText('59 van de 355 gemeenten');
	await page.getByRole('checkbox', { name: /^Bibliotheek Utrecht/ }).check();
	await page.getByRole('button', { name: 'Reken uit' }).click();
	const banner = page.getByRole('complementary', { name: 'Dit is een wat-als, geen feit.' });
	await expect(banner).toContainText('Bibliotheek Utrecht (Utrecht)');
	await expect(page).toHaveURL(/open=\d+/);
	await expect(page.getByRole('checkbox', { name: /^Bibliotheek Utrecht/ })).toBeChecked();
	await expect(page.locator('#maten-sentence')).toContainText('Wat-als, geen feit');
	await expect(page.locator('#witte-vlekken img')).toHaveAttribute('src', /open=\d+/);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.locator('#wat-als')).toContainText(/357\.667 erbij/);
	await other.close();

	await banner.getByRole('link', { name: 'Stop met wat-als' }).click();
	await expect(banner).toBeHidden();
	expect(complaints).toEqual([]);
});

test('what is ticked before the scripts are there stays ticked, and many are chosen at once', async ({
	page
}) => {
	let letThrough: () => void = () => undefined;
	const ticked = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await ticked;
		await route.continue();
	});
	await page.goto('/dekking', { waitUntil: 'commit' });
	const box = page.getByRole('checkbox', { name: /^Bibliotheek Nieuwegein/ });
	await box.check();
	letThrough();
	await expect(page.getByRole('button', { name: /^Download PNG/ }).first()).toBeVisible();
	await expect(box).toBeChecked();
	await page.getByRole('link', { name: /^alles wat binnen 90 dagen gepland is/ }).click();
	await expect(page.locator('#keuze-sentence')).toContainText('Samen zijn het er');
});

test('without scripts places are ticked, tables are open, and nothing breaks a rule @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await page.goto(`/dekking?${DAY}&provincie=utrecht&open=GM9999&open=x`);
	await expect(page.getByRole('list').filter({ hasText: '‘GM9999’' })).toBeVisible();
	await page.getByRole('checkbox').first().check();
	await page.getByRole('button', { name: 'Reken uit' }).click();
	await expect(page).toHaveURL(/provincie=utrecht.*open=/);
	await expect(page.locator('#wat-als')).toContainText('geen feit');
	const table = page.getByRole('table', { name: /^Dekking op vijf manieren/ });
	await expect(table.getByRole('columnheader', { name: 'Wat-als: gedekt' })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test('the English page is accessible and fits the screen @screen', async ({ page }) => {
	await page.goto('/en/dekking?straal=5');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Coverage on');
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true;
	});
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test('files say their dates, and that a what-if is one', async ({ request }) => {
	const csv = await request.get(`/dekking/maten.csv?${DAY}&open=GM0344&scheiding=komma`);
	expect(csv.headers()['content-disposition']).toContain('wat-als');
	expect(await csv.text()).toMatch(/2020-12-31,.*Wat-als, geen feit\. Meegeteld als open/);
	const map = await request.get(`/dekking/kaart.svg?${DAY}&open=GM0344`);
	expect(await map.text()).toContain('Wat-als, geen feit');
	const picture = await request.get(`/dekking/kaart.png?${DAY}`);
	expect(picture.headers()['content-type']).toBe('image/png');
	const wrong = await request.get('/api/v1/dekking?open=Utrecht');
	expect(wrong.status()).toBe(400);
	expect(wrong.headers()['content-type']).toBe('application/problem+json');
});
