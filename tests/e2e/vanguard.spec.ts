import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('who asks how the kopgroep was chosen reads it, sees where it is and gets the numbers @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/kopgroep?peildatum=2021-12-31');
	await expect(
		page.locator('.sentence', { hasText: '15 daarvan zijn gekozen, 12 niet.' })
	).toBeVisible();
	const spread = page.getByRole('region', { name: /^Spreiding over het land/ });
	await expect(spread.getByRole('listitem')).toHaveCount(15);
	await expect(spread.locator('svg .pins circle')).toHaveCount(15);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const href = await page
		.getByRole('link', { name: /^Download CSV.*Kopgroep en de rest/ })
		.getAttribute('href');
	const csv = await (await page.request.get(href ?? '')).text();
	expect(csv).toContain('Kopgroep;15;15;');
	expect(complaints).toEqual([]);
});

test('without scripts, before the choice nobody was chosen', async ({ page }) => {
	await withoutScripts(page);
	await page.goto('/en/kopgroep?peildatum=2019-03-10');
	await expect(page.getByText('Nobody was chosen yet.', { exact: false }).first()).toBeVisible();
	await expect(page.locator('.pins')).toHaveCount(0);
	await page.getByRole('link', { name: 'The whole timeline of the programme' }).click();
	await expect(page).toHaveURL(/tijdlijn/);
});
