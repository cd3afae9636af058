import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('who asks about a fine finds who deals with it, on each day @screen', async ({ page }) => {
	const complaints = watchConsole(page);
	await page.goto('/dienstverleners?peildatum=2021-06-24');
	await expect(
		page.getByText('Op 24 juni 2021 deden 12 publieke dienstverleners mee')
	).toBeVisible();
	const subjects = page.getByRole('region', { name: 'Bij wie hoort mijn vraag?' });
	await expect(subjects.locator('div').filter({ hasText: 'boetes' })).toContainText('CJIB');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const href = await page
		.getByRole('link', { name: /^Download CSV/ })
		.last()
		.getAttribute('href');
	const csv = await (await page.request.get(href ?? '')).text();
	// A line for each of the eighteen, whether it took part or not, and one with the names of the columns.
	expect(csv.trim().split('\n')).toHaveLength(19);
	expect(complaints).toEqual([]);
});

test('without scripts, on the first day there were eight', async ({ page }) => {
	await withoutScripts(page);
	await page.goto('/en/dienstverleners?peildatum=2019-07-01');
	await expect(page.getByText('8 public service providers took part')).toBeVisible();
	await page.getByRole('link', { name: 'Find an information point nearby' }).click();
	await expect(page).toHaveURL(/waar-terecht/);
});
