import { expect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

/** The first visit begins the simulation; a busy machine takes its time for eleven of them. */
const PATIENCE = { timeout: 75_000, intervals: [1_000] };

/** Loads the page until nothing in it is being calculated any more. */
async function openForecast(page: Page, path: string): Promise<void> {
	await expect(async () => {
		await page.goto(path);
		await expect(page.locator('#landelijk-tabel')).toBeVisible({ timeout: 500 });
		await expect(page.locator('#trefzekerheid-tabel')).toBeVisible({ timeout: 500 });
	}).toPass(PATIENCE);
}

test('the page says at once that it is calculating, and shows the forecast when it is there', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/prognose?peildatum=2021-11-17');
	await expect(page.getByRole('heading', { level: 1, name: 'Prognose' })).toBeVisible();
	await expectAccessible(page);
	// Nobody loads the page again: it looks by itself.
	await expect(page.locator('#landelijk-tabel')).toBeVisible({ timeout: 75_000 });
	await expect(page.getByRole('heading', { name: 'Kwamen eerdere prognoses uit?' })).toBeVisible();
	expect(complaints).toEqual([]);
});

for (const [path, provinces] of [
	['/prognose', 12],
	['/en/prognose?telling=inwoners&provincie=limburg', 1]
] as const) {
	test(`${path} is whole, accessible and fits the screen @screen`, async ({ page }) => {
		const complaints = watchConsole(page);
		await openForecast(page, path);
		await expect(page.locator('#provincies-tabel tbody tr')).toHaveCount(provinces);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		expect(complaints).toEqual([]);
	});
}

test('without JavaScript the same figures stand in tables @screen', async ({ page }) => {
	// As known on a day that is over: other journeys record in between.
	const path = '/prognose?peildatum=2021-12-31&bekendOp=2021-12-31';
	await openForecast(page, path);
	const country = await page.locator('#landelijk-tabel').innerText();
	await withoutScripts(page);
	await page.goto(path);
	expect(await page.locator('#landelijk-tabel').innerText()).toBe(country);
	await expectAccessible(page);
});

test('a province leads to its libraries, a library to its dossier, with the date', async ({
	page
}) => {
	await openForecast(page, '/prognose?peildatum=2021-12-31');
	await page.locator('#provincies-tabel').getByRole('link', { name: 'Limburg' }).click();
	// The page comes whole: it waits for the forecast of the province.
	await expect(page).toHaveURL(/provincie=limburg#bibliotheken$/, { timeout: PATIENCE.timeout });
	await expect(page.getByText(/bibliotheekorganisaties in Limburg een/)).toBeVisible({
		timeout: PATIENCE.timeout
	});
	await expect(page.getByRole('heading', { name: 'Uw selectie: provincie Limburg' })).toBeVisible();
	await page.getByText(/^Nog \d+ bibliothe/).click();
	const rows = page.locator('#meer-bibliotheken-tabel tbody tr');
	await expect(rows.first()).toContainText('Limburg');
	await rows.first().getByRole('link').click();
	await expect(page).toHaveURL(/\/bibliotheken\/[^/]+\?peildatum=2021-12-31$/);
});

test('the files say what the page says', async ({ page, request }) => {
	let [head, first]: (string | undefined)[] = [];
	// What another journey records in between is in the file and not yet on the page.
	await expect(async () => {
		await openForecast(page, '/prognose');
		const cells = page.locator('#landelijk-tabel tbody tr').first().locator('td');
		const reachable = await cells.nth(3).innerText();
		const answer = await request.get('/prognose/landelijk.csv?scheiding=komma');
		expect(answer.status()).toBe(200);
		[head, first] = (await answer.text()).split('\r\n');
		expect(first?.split(',')[4]).toBe(reachable);
	}).toPass(PATIENCE);
	expect(head).toContain(
		'maat,zonder_planning,nu,totaal,haalbaar,negen_van_tien_open,waarschijnlijk_p50,voorzichtig_p85,peildatum,bekend_op'
	);
	expect(first).toContain('2022-01-31,2022-01-31');
	// Chosen libraries have a forecast of their own, which may still have to be made.
	await expect
		.poll(async () => (await request.get('/prognose/landelijk.csv?poi=zb')).status(), PATIENCE)
		.toBe(200);
	for (const file of ['bibliotheken', 'provincies']) {
		const chosen = await (await request.get(`/prognose/${file}.csv?poi=zb`)).text();
		const rows = chosen.trim().split('\r\n').slice(1);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter((line) => !line.includes('Zeeland') || !line.includes('POI '))).toEqual([]);
	}
	expect((await request.get('/prognose/niets.csv')).status()).toBe(404);
});

test('impossible dates give a forecast and a notice', async ({ page }) => {
	await openForecast(page, '/prognose?peildatum=2021-02-30&telling=appels');
	await expect(page.getByText('2021-02-30')).toBeVisible();
	await expect(page.getByText('appels')).toBeVisible();
});

test('the method is explained in both languages', async ({ page }) => {
	await page.goto('/prognose/uitleg');
	await expect(
		page.getByRole('heading', { level: 1, name: 'Hoe werkt de prognose?' })
	).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.goto('/en/prognose/uitleg');
	await expect(
		page.getByRole('heading', { level: 1, name: 'How does the forecast work?' })
	).toBeVisible();
	await expectAccessible(page);
});
