import { expect, test, type Page } from '@playwright/test';

/** How many sheets of A4 a page takes. */
async function sheets(page: Page): Promise<number> {
	const file = await page.pdf({ format: 'A4' });
	return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const views = [
	'/',
	'/en?peildatum=2019-01-01',
	'/?provincie=fryslan&poi=fers&zoek=a',
	'/?peildatum=2021-06-30&bekendOp=2021-06-30&maat=inwoners',
	'/?peildatum=2022-12-31&weergave=locaties'
];

for (const view of views) {
	test(`${view} prints on one A4`, async ({ page }) => {
		await page.goto(view);
		await page.locator('.map-buttons').waitFor({ state: 'attached' });
		await page.locator('.map-host').dispatchEvent('pointerover');
		await page.locator('.map-stage .map-drawing').waitFor();
		expect(await sheets(page)).toBe(1);
	});
}

test('a province prints as the province, with its points', async ({ page }) => {
	await page.goto('/?provincie=fryslan');
	await page.locator('.map-buttons').waitFor({ state: 'attached' });
	await page.locator('.map-host').dispatchEvent('pointerover');
	await page.locator('.map-stage .map-marker').first().waitFor();
	// In one go, because the markers move while the map settles.
	const { viewBox, marks, markers } = await page.evaluate(() => {
		dispatchEvent(new Event('beforeprint'));
		return {
			viewBox: document.querySelector('.map-paper svg')?.getAttribute('viewBox'),
			marks: document.querySelectorAll('.map-paper .map-points svg').length,
			markers: document.querySelectorAll('.map-stage .map-marker').length
		};
	});
	const [, , width = 0] = (viewBox ?? '').split(' ').map(Number);
	// The whole country is 849 units wide; Fryslân with its islands less than half of that.
	expect(width).toBeGreaterThan(150);
	expect(width).toBeLessThan(500);
	expect(marks).toBe(markers);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(page.locator('.map-paper svg')).toHaveCount(0);
});

test('a dossier on paper shows every reason', async ({ page }) => {
	await page.goto('/bibliotheken/bibliotheek-rotterdam');
	const reasons = page
		.locator('#locaties-tijdlijn details')
		.first()
		.getByText(/Reden|reden/)
		.first();
	await expect(reasons).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(reasons).toBeVisible();
});

test('a figure on paper has its whole chart, its table and its source, and no buttons', async ({
	page
}) => {
	await page.goto('/vertraging');
	const figure = page.locator('.figure').first();
	const table = figure.getByRole('table');
	await expect(figure.getByRole('button', { name: /PNG/ })).toBeVisible();
	await expect(table).toBeHidden();
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await page.emulateMedia({ media: 'print' });
	await expect(table.getByRole('row').last()).toBeVisible();
	await expect(figure.getByText(/Situatie op[^]*Bron: /)).toBeVisible();
	await expect(figure.getByText(/Definities: [^]*\/definities[^]*Adres: /)).toBeVisible();
	await expect(page.getByRole('button')).toHaveCount(0);
	const [chart, below] = await Promise.all([
		figure.locator('canvas').boundingBox(),
		figure.locator('details').boundingBox()
	]);
	expect((chart?.y ?? 0) + (chart?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the map page prints on one A4', async ({ page }) => {
		await page.goto('/');
		expect(await sheets(page)).toBe(1);
	});
});
