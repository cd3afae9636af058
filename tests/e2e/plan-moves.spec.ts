import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a stakeholder reads what a cause cost, and which places are behind it @screen', async ({
		page
	}) => {
		await page.goto('/vertraging?peildatum=2021-12-31');
		const causes = page.getByRole('table', { name: /Verschoven dagen per oorzaak/ });
		await expect(causes.getByRole('row', { name: /Corona of lockdown/ })).toContainText(
			'Van buiten'
		);
		await page.getByRole('link', { name: /^Corona of lockdown \(/ }).click();
		await expect(page).toHaveURL(/oorzaak=lockdown#verschuivingen$/);
		const rows = page.locator('#verschuivingen-tabel tbody tr');
		await expect(rows.first()).toContainText('Corona of lockdown');
		await rows.first().getByRole('link').click();
		await expect(page).toHaveURL(/\/informatiepunten\/\d+\?peildatum=2021-12-31$/);
	});

	test('what is wrong in an address is told', async ({ page }) => {
		await page.goto('/vertraging?mijlpaal=bestaat-niet&oorzaak=ook-niet');
		await expect(page.getByText('bestaat-niet')).toBeVisible();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Waar de tijd blijft');
	});
});

for (const address of ['/vertraging?oorzaak=lockdown', '/en/vertraging?mijlpaal=training']) {
	test(`${address} is accessible and fits the screen @screen`, async ({ page }) => {
		const complaints = watchConsole(page);
		await page.goto(address);
		await expect(page.getByRole('button', { name: /PNG/ }).first()).toBeVisible();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		expect(complaints).toEqual([]);
	});
}

test('each figure can be kept as a table', async ({ request }) => {
	for (const name of ['oorzaken', 'stappen', 'provincies', 'doorlooptijd', 'verschuivingen']) {
		const answer = await request.get(`/vertraging/${name}.csv?peildatum=2021-12-31`);
		expect([name, answer.status()]).toEqual([name, 200]);
		expect(await answer.text()).toContain('2021-12-31');
	}
	expect((await request.get('/vertraging/iets.csv')).status()).toBe(404);
});
