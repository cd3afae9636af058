import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('published counts stand beside ours, with what makes the difference', async ({ page }) => {
		await page.goto('/cijfers-naast-elkaar');
		const locations = page.getByRole('table', { name: 'Locaties met een informatiepunt' });
		await expect(locations.getByRole('row', { name: /31 december 2020/ })).toContainText(
			'Geen verschil'
		);
		await expect(locations.getByRole('row', { name: /13 september 2021/ })).toContainText(
			'ondergrens'
		);
		await page.goto('/cijfers-naast-elkaar?provincie=limburg&status=gerealiseerd');
		await expect(locations.getByRole('row', { name: /31 december 2021/ })).toContainText(
			/439\s*waarvan \d+ in uw selectie/
		);
		await expect(page.getByText('Uw selectie: provincie Limburg.')).toBeVisible();
		await expect(page.getByText('Het filter op status geldt niet')).toBeVisible();
		await page.goto('/cijfers-naast-elkaar?peildatum=2020-06-30');
		await expect(page.getByText('31 december 2020')).toHaveCount(0);
	});
});

for (const address of [
	'/cijfers-naast-elkaar',
	'/en/cijfers-naast-elkaar?peildatum=2021-12-31&bekendOp=2021-12-31&poi=cubiss'
]) {
	test(`${address} is accessible and fits the screen @screen`, async ({ page }) => {
		const complaints = watchConsole(page);
		await page.goto(address);
		await expect(page.getByRole('button', { name: /^(Kopieer|Copy)/ }).first()).toBeVisible();
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
		});
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		expect(complaints).toEqual([]);
	});
}

test('the table can be kept, with the day and the source in each row', async ({ request }) => {
	const answer = await request.get(
		'/cijfers-naast-elkaar.csv?peildatum=2021-06-30&scheiding=komma'
	);
	expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
	const [head, ...rows] = (await answer.text()).trim().split('\r\n');
	expect(head).toContain('onze_telling,verschil');
	expect(rows.find((row) => row.startsWith('2021-06-24'))).toContain(',200,');
	expect(rows.every((row) => row.includes('2021-06-30'))).toBe(true);
	const chosen = await request.get('/api/v1/cijfers-naast-elkaar?poi=cubiss&peildatum=2021-06-30');
	const { filters, figuren } = await chosen.json();
	expect(filters).toEqual(['POI Cubiss']);
	for (const { onze_telling, waarvan_in_selectie } of figuren.cijfers.rijen) {
		if (onze_telling !== null) expect(waarvan_in_selectie).toBeLessThanOrEqual(onze_telling);
	}
});
