import { expect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, signInAs } from './sign-in-as.ts';

/** Both screens work at the same time, each on a location of its own. */
const POINTS: Record<string, string> = { desktop: '142', phone: '16' };

const day = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Tijden per week vastleggen' });

test('an adviser puts opening hours right as she writes them, and takes them back @screen', async ({
	page
}, { project }) => {
	const point = `/informatiepunten/${POINTS[project.name]}`;
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'), `${point}/bijwerken`);
	await page.getByRole('link', { name: 'Openingstijden bijwerken' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Openingstijden van');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await day(page, 'Maandag').fill('9-5');
	await day(page, 'Dinsdag').fill('9.00-12.00 en 13-17:30 uur');
	await save(page).click();
	await expect(page.getByRole('alert')).toContainText('De eindtijd moet na de begintijd komen');
	await expect(day(page, 'Maandag')).toHaveValue('9-5');
	await expect(day(page, 'Dinsdag')).toHaveValue('9.00-12.00 en 13-17:30 uur');
	await expectAccessible(page);

	await day(page, 'Maandag').fill('9-17');
	await save(page).click();
	const said = page.getByRole('status').filter({ hasText: 'Vastgelegd' });
	await expect(said).toContainText('maandag 9.00–17.00; dinsdag 9.00–12.00 en 13.00–17.30');
	await expectAccessible(page);

	await page.getByRole('textbox', { name: 'Naam' }).fill('Carnaval');
	await page.getByRole('textbox', { name: /^Eerste dag/ }).fill('28 feb 2022');
	await page.getByRole('textbox', { name: /^Laatste dag/ }).fill('1-3-2022');
	await page.getByRole('button', { name: 'Andere tijden vastleggen' }).click();
	await expect(said).toContainText('(Carnaval)');

	await said.getByRole('link').click();
	const hours = page.getByRole('region', { name: 'Openingstijden per week' });
	await expect(hours.getByRole('row', { name: /Maandag/ })).toContainText('vandaag');
	await expect(page.getByText('Vandaag open van 9.00 tot 17.00 uur.')).toBeVisible();
	await expect(page.getByText(/^(● Nu open|○ Nu gesloten)/)).toBeVisible();
	await expect(page.getByText('28 februari 2022 tot en met 1 maart 2022')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.goto(`${point}/bijwerken/openingstijden`);
	for (const what of [
		/^Ongedaan maken.*Andere tijden 28 februari/,
		/^Ongedaan maken.*9.00–17.00/
	]) {
		await page.getByRole('button', { name: what }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Ongedaan gemaakt' })).toBeVisible();
	}
	await page.goto(point);
	await expect(page.getByText('Vandaag open van 9.00 tot 17.00 uur.')).toHaveCount(0);
	expect(complaints).toEqual([]);
});

test('opening hours without JavaScript: today is read, and a form brings back what was typed', async ({
	page
}) => {
	await withoutScripts(page);
	await page.goto('/en/informatiepunten/120');
	await expect(page.getByText('Open today from 9:30 to 12:30.')).toBeVisible();
	await expect(page.getByText(/open now|closed now/i)).toHaveCount(0);
	await signInAs(page, advisorOf('probiblio'), '/informatiepunten/120/bijwerken/openingstijden');
	for (const name of ['Maandag', 'Dinsdag', 'Donderdag']) await day(page, name).fill('');
	await save(page).click();
	await expect(page.getByText('Vul bij minstens één dag tijden in').first()).toBeVisible();
	await expect(day(page, 'Maandag')).toHaveValue('');
	await expectAccessible(page);
	await day(page, 'Vrijdag').fill('10-12');
	await save(page).click();
	await expect(page.getByText(/Vastgelegd: Openingstijden vanaf 31 januari 2022/)).toBeVisible();
	await page.getByRole('button', { name: /^Ongedaan maken.*vrijdag 10.00–12.00/ }).click();
	await expect(page.getByText(/Ongedaan gemaakt: Openingstijden/)).toBeVisible();
});
