import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';
import { advisorOf, signInAs } from './sign-in-as.ts';

/** Both screens work at the same time, each on a location of its own. */
const POINTS: Record<string, string> = { desktop: '6', phone: '259' };

test('an adviser renames a location, says where it is and what is there, and takes it back @screen', async ({
	page
}, { project }) => {
	const point = `/informatiepunten/${POINTS[project.name]}`;
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'), `${point}/bijwerken`);
	await page.getByRole('link', { name: 'Gegevens bijwerken' }).click();
	const name = page.locator('#name');
	const before = await name.inputValue();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await name.fill(`${before} aan de Markt`);
	await page.getByLabel('Straat en huisnummer').fill('Markt 1');
	await page.getByLabel('Postcode').fill('7551');
	await page.locator('#coordinates').fill('50.7706, 6.0183');
	await page.locator('#precision').selectOption('address');
	await page.getByLabel('Printer').selectOption('yes');
	await page.getByLabel('Aantal computers').fill('3');
	const save = page.getByRole('button', { name: 'Gegevens vastleggen' });
	await save.click();
	await expect(page.getByRole('alert')).toContainText('Vul een postcode in als 1234 AB.');
	await expect(page.getByLabel('Straat en huisnummer')).toHaveValue('Markt 1');
	await page.getByLabel('Postcode').fill('7551 ab');
	await save.click();
	await expect(page.getByRole('alert')).toContainText('in de gemeente Vaals');
	await expectAccessible(page);
	await page.getByLabel('Deze plek klopt, ook al').check();
	await save.click();
	const said = page.getByRole('status').filter({ hasText: 'Vastgelegd' });
	await expect(said).toContainText(`(eerst: ${before})`);
	await expectAccessible(page);

	await said.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${before} aan de Markt`);
	await expect(page.getByText('7551 AB')).toBeVisible();
	await expect(page.getByText('3 computers')).toBeVisible();

	await page.goto(`${point}?peildatum=2022-01-30`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(before);
	await expect(page.getByText('7551 AB')).toHaveCount(0);

	await page.goto(`${point}/bijwerken/gegevens`);
	await page
		.getByRole('button', { name: /^Ongedaan maken/ })
		.first()
		.click();
	await expect(page.getByRole('status').filter({ hasText: 'Ongedaan gemaakt' })).toBeVisible();
	await page.goto(point);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(before);
	await expect(page.getByText('3 computers')).toHaveCount(0);
	expect(complaints).toEqual([]);
});

test('an adviser finds the locations of which little is known, and those without a place @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'), '/mijn-bibliotheken');
	await page.getByRole('link', { name: 'Welke gegevens van locaties nog ontbreken' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gegevens van locaties');
	await expect(page.getByText(/^Van \d+ locaties is \d+% van de gegevens bekend/)).toBeVisible();
	await expect(page.getByRole('table', { name: /^Per bibliotheek/ })).toContainText('Hengelo');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: /^Zonder adres of coördinaten/ }).click();
	await expect(page).toHaveURL(/toon=zonder-plek/);
	const first = page.getByRole('table', { name: 'Locaties, de minst complete eerst' });
	await first.getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Gegevens van');
	expect(complaints).toEqual([]);
});

test('an adviser moves a location to another library from a day on, and takes it back', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/bibliotheken/bibliotheek-haaksbergen');
	const locations = page.locator('main a[href^="/informatiepunten/"]');
	const point = /^[^?#]+/.exec((await locations.first().getAttribute('href')) ?? '')?.[0] ?? '';
	/** The library of the location, as its page says it of a day. */
	const libraryOn = async (day: string) => {
		await page.goto(`${point}?peildatum=${day}`);
		return page.getByRole('main').locator('dl a[href^="/bibliotheken/"]').first();
	};
	await signInAs(page, advisorOf('rijnbrink'), `${point}/bijwerken/gegevens`);
	const form = page.getByRole('region', { name: 'Naar een andere bibliotheek of gemeente' });
	const library = form.getByLabel('Bibliotheek');
	const municipality = form.getByLabel('Gemeente');
	const home = 'Bibliotheek Haaksbergen';
	await expect(library.locator('option:checked')).toHaveText(home);
	await library.selectOption({ label: 'Bibliotheek Borne' });
	await form.getByLabel('Vanaf welke dag').fill('2022-01-10');
	const save = form.getByRole('button', { name: 'Verhuizing vastleggen' });
	await save.click();
	// The municipality of before is not one of the other library.
	await expect(page.getByRole('alert')).toContainText('werkgebied');
	await expect(library.locator('option:checked')).toHaveText('Bibliotheek Borne');
	await expectAccessible(page);
	await municipality.selectOption({ label: 'Borne' });
	await save.click();
	const said = page.getByRole('status').filter({ hasText: 'Vastgelegd' });
	await expect(said).toContainText('Bibliotheek Borne, gemeente Borne vanaf 10 januari 2022');
	await expectAccessible(page);

	await expect(await libraryOn('2022-01-10')).toHaveText('Bibliotheek Borne');
	await expect(page.getByRole('heading', { name: 'Eerder en later' })).toBeVisible();
	await expect(await libraryOn('2022-01-09')).toHaveText(home);
	await page.goto('/bibliotheken/bibliotheek-borne');
	await expect(page.locator(`main a[href^="${point}"]`).first()).toBeVisible();

	await page.goto(`${point}/bijwerken/gegevens`);
	await page
		.getByRole('button', { name: /^Ongedaan maken.*Bibliotheek Borne/ })
		.first()
		.click();
	await expect(page.getByRole('status').filter({ hasText: 'Ongedaan gemaakt' })).toBeVisible();
	await expect(library.locator('option:checked')).toHaveText(home);
	await expect(await libraryOn('2022-01-10')).toHaveText(home);
	expect(complaints).toEqual([]);
});

test('an adviser chooses the place of a location on a map, and is asked about one elsewhere @screen', async ({
	page
}, { project }) => {
	const complaints = watchConsole(page);
	const point = `/informatiepunten/${POINTS[project.name]}`;
	await signInAs(page, advisorOf('rijnbrink'), `${point}/bijwerken/gegevens`);
	const coordinates = page.locator('#coordinates');
	const precision = page.locator('#precision');
	const open = page.getByRole('button', { name: 'Kies de plek op de kaart' });
	// Leaflet comes with its styles, and only for who opens the map.
	const isLoaded = () => page.evaluate(() => 'L' in window);
	expect(await isLoaded()).toBe(false);
	await open.click();
	const map = page.getByRole('application', { name: 'Kaart om een plek op te kiezen' });
	await expect(map).toBeFocused();
	expect(await isLoaded()).toBe(true);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.getByRole('button', { name: /^Neem het midden van/ }).click();
	await expect(precision).toHaveValue('town');
	const middle = await coordinates.inputValue();
	const box = (await map.boundingBox())!;
	await map.click({ position: { x: box.width / 2 + 14, y: box.height / 2 + 10 } });
	await expect(coordinates).not.toHaveValue(middle);
	await expect(page.getByText(/^Gekozen: 5\d\.\d{5}, \d\.\d{5}\./)).toBeVisible();

	// With the keyboard: what lies in the middle.
	const clicked = await coordinates.inputValue();
	await map.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(coordinates).not.toHaveValue(clicked);
	const chosen = await coordinates.inputValue();

	// Far to the south another municipality begins.
	const asked = page.getByText(
		/^Deze plek ligt het dichtst bij .+ in de gemeente .+\. Klopt dat\?$/
	);
	await expect(async () => {
		await map.focus();
		for (let time = 0; time < 5; time += 1) await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(asked).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Nee, een andere plek kiezen' }).click();
	const meant = page.getByLabel('Deze plek klopt, ook al');
	await expect(meant).toHaveCount(0);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Ja, neem deze plek' }).click();
	await expect(coordinates).not.toHaveValue(chosen);
	await expect(meant).toBeChecked();

	// Another place that is typed is judged anew.
	await coordinates.fill(chosen);
	await expect(meant).toHaveCount(0);
	await page.getByRole('button', { name: 'Kaart sluiten' }).click();
	await expect(map).toHaveCount(0);
	expect(complaints).toEqual([]);
});
