import { expect, test, type Locator } from '@playwright/test';
import { expectAccessible, watchConsole } from './checks.ts';
import { advisorOf, signInAs } from './sign-in-as.ts';

const VENLO = '/bibliotheken/bibliotheek-venlo';

const dossiers = [
	{ path: '/bibliotheken', heading: 'Bibliotheken' },
	{ path: VENLO, heading: 'Bibliotheek Venlo' },
	{
		path: '/bibliotheken/zb-planbureau-en-bibliotheek-van-zeeland',
		heading: 'ZB Planbureau en Bibliotheek van Zeeland'
	},
	{ path: '/gemeenten/GM0983', heading: 'Venlo' },
	{ path: '/provincies/limburg', heading: 'Limburg' },
	{ path: '/en/provincies/zeeland', heading: 'Zeeland' },
	{ path: '/provincies/fryslan?peildatum=2019-01-01', heading: 'Fryslân' },
	{ path: '/en/gemeenten/GM0983?peildatum=2022-12-31', heading: 'Venlo' },
	{ path: '/gemeenten/GM0788?peildatum=2022-01-31', heading: 'Haaren' },
	{ path: `${VENLO}?peildatum=2020-06-30&bekendOp=2020-07-31`, heading: 'Bibliotheek Venlo' }
];

for (const { path, heading } of dossiers) {
	test(`${path} is whole, accessible and fits the screen @screen`, async ({ page }) => {
		const complaints = watchConsole(page);
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
		await expectAccessible(page);
		const beyond = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(beyond).toBe(0);
		expect(complaints).toEqual([]);
	});
}

test('the dossiers lead from province to municipality to library to location, with the dates @screen', async ({
	page
}) => {
	await page.goto('/provincies/limburg?peildatum=2021-06-30');
	await page.locator('#gemeenten-tabel').getByRole('link', { name: 'Venlo', exact: true }).click();
	await expect(page).toHaveURL('/gemeenten/GM0983?peildatum=2021-06-30');
	await page.getByRole('link', { name: 'Bibliotheek Venlo', exact: true }).first().click();
	await expect(page).toHaveURL(/\/(bibliotheken|informatiepunten)\/[^/]+\?peildatum=2021-06-30$/);
	await page.goto(`${VENLO}?peildatum=2021-06-30`);
	await page.locator('#locaties-tijdlijn').getByRole('link').first().click();
	await expect(page).toHaveURL(/\/informatiepunten\/\d+\?peildatum=2021-06-30$/);
	await expectAccessible(page);
});

test('a province shows how the first opening of each library went, and why it moved', async ({
	page
}) => {
	await page.goto('/provincies/limburg');
	const timeline = page.locator('#openingen-tijdlijn');
	const row = timeline.getByRole('row', { name: 'Bibliotheek Venlo', exact: false });
	await expect(row.getByRole('cell', { name: '1 jul 2019' })).toHaveCount(3);
	await expect(row).toContainText('volgens planning');
	const moved = timeline.locator('details').first();
	await moved.locator('summary').press('Enter');
	await expect(moved.getByText(/Reden: |Geen reden opgegeven/).first()).toBeVisible();
});

test('what does not exist on a day says so and leads to its successors', async ({ page }) => {
	await page.goto('/gemeenten/GM0788?peildatum=2022-01-31');
	const gone = page.getByRole('region', { name: 'De gemeente Haaren bestaat niet op' });
	await expect(gone.getByRole('link')).toHaveText([
		/^Boxtel/,
		/^Oisterwijk/,
		/^Tilburg/,
		/^Vught/,
		/^Bekijk de situatie op 31 december 2020/
	]);
	await gone.getByRole('link', { name: 'Bekijk de situatie op' }).click();
	await expect(page.getByRole('heading', { name: 'Locaties' })).toBeVisible();
});

test('an address of nothing is a 404 that helps to search @screen', async ({ page }) => {
	for (const path of ['/bibliotheken/atlantis', '/gemeenten/GM9999', '/informatiepunten/abc']) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(page.getByRole('search')).toBeVisible();
	}
	await expectAccessible(page);
	await page.getByRole('searchbox').fill('venlo');
	await page.keyboard.press('Enter');
	await expect(page.locator('#bibliotheken')).toContainText('Bibliotheek Venlo');
});

test('dates that cannot be used are named and left out', async ({ page }) => {
	await page.goto(`${VENLO}?peildatum=2021-02-30`);
	await expect(page.getByText('‘2021-02-30’ is geen datum')).toBeVisible();
	await expect(page.getByText('Situatie op 31 januari 2022 (vandaag)')).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the list can be searched, filtered and sorted', async ({ page }) => {
		await page.goto('/bibliotheken');
		await page.getByLabel('Naam, plaats of gemeente').fill('venlo');
		await page.getByRole('button', { name: 'Toon bibliotheken' }).click();
		await expect(page.getByText('1 bibliotheek gevonden')).toBeVisible();
		await page.goto('/bibliotheken?provincie=zeeland&sorteer=mijlpalen&richting=aflopend');
		await expect(page.getByText('in Zeeland', { exact: true })).toBeVisible();
		await expectRows(page.locator('#bibliotheken tbody tr'));
	});

	test('another day is chosen, and the plan changes show their reasons', async ({ page }) => {
		await page.goto('/bibliotheken/bibliotheek-rotterdam');
		await page.getByText('Kies een andere dag').click();
		await page.getByLabel('Peildatum: situatie op').fill('2021-06-30');
		await page.getByRole('button', { name: 'Toon' }).click();
		await expect(page).toHaveURL(/peildatum=2021-06-30/);
		const moved = page.locator('details', { hasText: 'keer verschoven' }).first();
		await moved.locator('summary').click();
		await expect(moved).toContainText(/Reden: |Geen reden opgegeven/);
	});

	test('the map of the surroundings is there, with linked municipalities', async ({ page }) => {
		await page.goto('/gemeenten/GM0983');
		await expect(page.locator('#omgeving .detail-focus path')).toHaveCount(1);
		expect(await page.locator('#omgeving a[data-code]').count()).toBeGreaterThan(3);
	});
});

test('the keyboard opens the reasons of a moved plan @screen', async ({ page }) => {
	await page.goto('/bibliotheken/bibliotheek-rotterdam');
	const summary = page.locator('summary', { hasText: 'keer verschoven' }).first();
	await summary.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('details[open] ol').first()).toBeVisible();
	await expectAccessible(page);
});

test('only an adviser of the POI gets the way to update', async ({ page }) => {
	await page.goto(VENLO);
	await expect(page.getByRole('link', { name: 'Bijwerken' })).toHaveCount(0);
	await signInAs(page, advisorOf('cubiss'), VENLO);
	await expect(page.getByRole('link', { name: 'Bijwerken' })).toBeVisible();
	await page.goto('/bibliotheken/bibliotheek-hengelo');
	await expect(page.getByRole('link', { name: 'Bijwerken' })).toHaveCount(0);
});

async function expectRows(rows: Locator): Promise<void> {
	expect(await rows.count()).toBeGreaterThan(1);
}
