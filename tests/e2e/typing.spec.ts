import { expect, test } from '@playwright/test';

test('what is typed and opened before the scripts are there stays', async ({ page }) => {
	let letThrough: () => void = () => undefined;
	const typed = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await typed;
		await route.continue();
	});
	await page.goto('/', { waitUntil: 'commit' });
	const search = page.getByLabel('Bibliotheek, plaats of gemeente');
	const province = page.getByLabel('Provincie', { exact: true });
	await search.fill('Venlo');
	await province.selectOption('limburg');
	await page.getByText('Zoals bekend op een eerdere dag').click();
	await page.getByLabel('Zoals bekend op').fill('2021-06-30');
	letThrough();
	await expect(page.getByRole('button', { name: 'Inzoomen' })).toBeVisible();
	await expect(search).toHaveValue('Venlo');
	await expect(province).toHaveValue('limburg');
	await expect(page.getByLabel('Zoals bekend op')).toBeVisible();
	await expect(page.getByLabel('Zoals bekend op')).toHaveValue('2021-06-30');
});

test('a day is typed as people write it, or chosen in the calendar', async ({ page }) => {
	await page.goto('/voortgang?peildatum=2021-06-30');
	const day = page.getByLabel('Situatie op', { exact: true });
	await expect(day).toHaveValue('30 jun 2021');
	// Which of two days it could be is said before it is used.
	const said = page.locator('#peildatum ~ [role=status]');
	await day.fill('03-04-21');
	await expect(said).toHaveText('3 april 2021');
	await day.fill('31/12/21');
	await expect(said).toHaveText('31 december 2021');
	await day.press('Enter');
	await expect(page).toHaveURL((url) => url.searchParams.get('peildatum') === '2021-12-31');
	await expect(day).toHaveValue('31 dec 2021');

	await page.getByRole('button', { name: 'Kies in de kalender: Situatie op' }).click();
	const calendar = page.locator('input[type=date]');
	await expect(calendar).toHaveValue('2021-12-31');
	await calendar.fill('2021-11-30');
	await expect(day).toHaveValue('30 nov 2021');
	await expect(day).toBeFocused();
});
