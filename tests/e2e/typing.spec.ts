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
