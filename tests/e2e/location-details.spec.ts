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
