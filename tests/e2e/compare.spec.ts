import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('two days are compared, down to the place', async ({ page }) => {
		await page.goto('/vergelijken?vergelijk=2019-12-31&peildatum=2020-12-31');
		const figures = page.getByRole('table', { name: 'Kerncijfers naast elkaar' });
		await expect(figures.getByRole('row', { name: /^Locaties open/ })).toContainText('44');
		await page.getByRole('heading', { name: /^Geopend \(/ }).click();
		await page.locator('#opened tbody').getByRole('link').first().click();
		await expect(page).toHaveURL(/\/informatiepunten\/\d+\?peildatum=2020-12-31$/);
	});

	test('what the difference is made of, also when the days are the wrong way round', async ({
		page
	}) => {
		await page.goto('/vergelijken?vergelijk=2021-01-28&peildatum=2020-12-31');
		await expect(page.getByText('We hebben ze omgedraaid')).toBeVisible();
		const lines = page.getByRole('table', { name: 'Waar het verschil uit bestaat' });
		await expect(lines.getByRole('row', { name: /Alleen nog online/ })).toContainText(/[-−–]9/);
		await expect(page.getByRole('heading', { name: 'Alleen nog online (9)' })).toBeVisible();
	});

	test('nothing changed within one situation', async ({ page }) => {
		await page.goto('/vergelijken?vergelijk=2020-12-31&peildatum=2020-12-31');
		await expect(page.locator('#verschil')).toContainText('is niets veranderd');
	});
});

for (const address of [
	'/vergelijken',
	'/en/vergelijken?vergelijk=2021-06-30&vergelijkBekend=2021-06-30&peildatum=2021-06-30'
]) {
	test(`${address} is accessible and fits the screen @screen`, async ({ page }) => {
		const complaints = watchConsole(page);
		await page.goto(address);
		await expect(page.getByRole('button', { name: /^(Kopieer|Copy)/ })).toBeVisible();
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
		});
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		expect(complaints).toEqual([]);
	});
}

test('the map of what changed and the table can be kept', async ({ request }) => {
	const query = 'vergelijk=2019-12-31&peildatum=2020-12-31';
	const map = await request.get(`/vergelijken/kaart.svg?${query}`);
	expect(map.headers()['content-type']).toContain('image/svg+xml');
	expect(await map.text()).toContain('Wat er is veranderd');
	const table = await request.get(`/vergelijken/verschillen.csv?${query}`);
	expect(await table.text()).toContain('Geopend');
});
