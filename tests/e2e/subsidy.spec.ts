import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('a stakeholder reads what the subsidy comes to and what there is for it, and takes it along @screen', async ({
	page,
	request
}) => {
	const complaints = watchConsole(page);
	await page.goto('/subsidie?peildatum=2021-06-30');
	await expect(page.getByText(/Voor 2021 komt de berekening uit op €/).first()).toBeVisible();
	const bought = page.getByRole('region', { name: 'Wat er tegenover de subsidie staat' });
	await expect(bought.getByText('Met verzonnen voorbeeldgegevens.')).toBeVisible();
	await expect(
		bought.getByText(/voor elke locatie die op 30 juni 2021 gerealiseerd is/)
	).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	// What the page says of a location is the whole divided by their number, as its file has them.
	const csv = await (
		await request.get('/subsidie/tegenover.csv?peildatum=2021-06-30&scheiding=komma')
	).text();
	const [, , count, whole, each] = csv.split('\r\n')[1]!.split(',');
	expect(Number(each)).toBeCloseTo(Number(whole) / Number(count), 2);
	const euros = new Intl.NumberFormat('nl', { style: 'currency', currency: 'EUR' });
	await expect(bought.getByText(euros.format(Number(each)))).toBeVisible();

	await bought.getByRole('link', { name: 'Wat informatiepunten kosten' }).click();
	await expect(page).toHaveURL(/\/exploitatie\?peildatum=2021-06-30/);
	expect(complaints).toEqual([]);
});

test('progress tells of the subsidy what its own page tells, and leads there @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/voortgang?peildatum=2021-06-30&provincie=limburg');
	const bought = page.getByRole('region', { name: 'Wat er tegenover de subsidie staat' });
	const said = await bought.getByText(/komt de berekening uit op/).textContent();
	await expect(bought.getByText('Met verzonnen voorbeeldgegevens.')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await bought.getByRole('link', { name: 'Hoe dit is berekend' }).click();
	await expect(page).toHaveURL(/\/subsidie\?.*provincie=limburg/);
	await expect(bought.getByText(/komt de berekening uit op/)).toHaveText(said!);
	expect(complaints).toEqual([]);
});

test('without scripts, in English, before there was an amount and of a part of the country @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await page.goto('/en/subsidie?peildatum=2019-01-15');
	await expect(page.getByRole('heading', { level: 1, name: /^Subsidy/ })).toBeVisible();
	await expect(page.getByText(/no location is realised yet/)).toBeVisible();
	await expectAccessible(page);
	await page.goto('/en/subsidie?provincie=limburg');
	await expect(page.getByText(/That is €.* for each location/)).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});
