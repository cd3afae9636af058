import { expect as playwrightExpect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

// Two people and their pages, on whatever machine.
test.describe.configure({ timeout: 120_000 });
const expect = playwrightExpect.configure({ timeout: 20_000 });

const TABLE = '/mijn-bibliotheken/tabel';
const LOCATIONS = `${TABLE}?toon=locaties&rijen=alle`;

/** A location of its own for one test, planned for 1 March 2022; answers the address of its sheet. */
async function addLocation(page: Page, name: string): Promise<string> {
	await page.goto('/bibliotheken/bibliotheek-hengelo/bijwerken/locatie-toevoegen');
	await page.getByLabel('Naam van de locatie').fill(name);
	await page.getByLabel('Plaats').fill('Hengelo');
	await page.getByLabel('Gemeente', { exact: false }).first().selectOption({ label: 'Hengelo' });
	await page.getByLabel('Soort locatie').selectOption({ label: 'Vestiging' });
	await page.getByLabel('Geplande opening').fill('2022-03-01');
	await page.getByRole('button', { name: 'Locatie toevoegen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bijwerken: ${name}`);
	return new URL(page.url()).pathname;
}

const cell = (page: Page, milestone: string, name: string) =>
	page.getByRole('textbox', { name: `${milestone}, ${name}`, exact: true });
const VARIANT = 'Uitvoeringsvariant, openingstijden en bemensing bepaald';
const count = (page: Page) => page.locator('.save [role=status]');

/** Where the keyboard is: the text of the row, and the column. */
const here = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement?.closest('td, tbody th');
		const row = at?.closest('tr');
		return {
			row: row?.querySelector('th a')?.textContent ?? null,
			col: at instanceof HTMLTableCellElement ? at.cellIndex : null
		};
	});

/** With the arrow keys to the row of this name, and to the first column. */
async function walkTo(page: Page, name: string): Promise<void> {
	await page.keyboard.press('Control+Home');
	for (let steps = 0; steps < 250 && (await here(page)).row !== name; steps++)
		await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	expect(await here(page)).toEqual({ row: name, col: 1 });
}

test('an adviser fills in the table with the keyboard alone', async ({ page, browser }) => {
	const complaints = watchConsole(page);
	await signInAs(page, advisorOf('rijnbrink'));
	const [first, second] = ['Proef tabel 1', 'Proef tabel 2'];
	const sheet = await addLocation(page, first);
	await addLocation(page, second);
	await page.goto(LOCATIONS, { waitUntil: 'networkidle' });
	await expect(page.getByRole('grid')).toBeVisible();

	// Into the table, and down to the row.
	await page.getByRole('button', { name: 'Vul omlaag' }).focus();
	await page.keyboard.press('Tab');
	await walkTo(page, first);
	// Typing replaces; Tab goes to the next cell, Escape stops.
	await page.keyboard.type('1-4-2022');
	await page.keyboard.press('Tab');
	await page.keyboard.type('gauw');
	await page.keyboard.press('Enter');
	await expect(cell(page, VARIANT, first)).toHaveValue('1 apr 2022');
	await expect(
		page.getByText('Vul een bestaande datum in', { exact: false }).first()
	).toBeVisible();
	await expect(count(page)).toContainText('2 gewijzigde cellen');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('F2');
	await page.keyboard.type('xyz');
	await page.keyboard.press('Escape');
	await expect(cell(page, 'Plek ingericht', first)).toHaveValue('gauw');
	await expectAccessible(page);

	// A block from a spreadsheet: the second row keeps its opening, for an empty cell leaves alone.
	await page.keyboard.press('ArrowLeft');
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.setData('text/plain', '2-4-2022\t3-4-2022\t4-4-2022\r\n\t5 april 2022\t\r\n');
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
		);
	});
	await expect(cell(page, VARIANT, first)).toHaveValue('2 apr 2022');
	await expect(cell(page, 'Plek ingericht', second)).toHaveValue('5 apr 2022');
	await expect(cell(page, VARIANT, second)).toHaveValue('');
	await expect(count(page)).toContainText('4 gewijzigde cellen');
	// Filled down, undone and done again.
	await page.keyboard.press('Shift+ArrowDown');
	await expect(page.locator('td[aria-selected=true]')).toHaveCount(2);
	await page.keyboard.press('Control+d');
	await expect(cell(page, VARIANT, second)).toHaveValue('2 apr 2022');
	await page.keyboard.press('Control+z');
	await expect(cell(page, VARIANT, second)).toHaveValue('');
	await page.keyboard.press('Control+y');
	await expect(count(page)).toContainText('5 gewijzigde cellen');

	// A colleague plans the same milestone of the first location meanwhile.
	const colleague = await (await browser.newContext()).newPage();
	await signInAs(colleague, PROGRAMME_MANAGER, sheet);
	await colleague.locator('#mijlpaal-variant').getByRole('link', { name: 'Plannen' }).click();
	await colleague.getByLabel('Geplande datum').fill('2022-06-01');
	await colleague.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(colleague.getByText(/Vastgelegd\./).first()).toBeVisible();
	await colleague.context().close();

	// What is not recorded outlives a reload, as what was said beside the table.
	const note = page.getByLabel('Toelichting', { exact: true });
	await note.fill('De vloer is nat.');
	await page.reload({ waitUntil: 'networkidle' });
	await expect(note).toHaveValue('De vloer is nat.');
	await expect(page.getByText('Wat u eerder invulde')).toBeVisible();
	await expect(count(page)).toContainText('5 gewijzigde cellen');
	await expect(cell(page, 'Plek ingericht', second)).toHaveValue('5 apr 2022');
	const save = page.getByRole('button', { name: 'Tabel vastleggen' });
	await save.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Er zijn 4 cellen vastgelegd.')).toBeVisible();
	const choice = page.getByRole('group', { name: `${VARIANT}, ${first}` });
	await expect(choice).toContainText('1 juni 2022');
	await expect(choice).toContainText('KB');
	await expect(count(page)).toContainText('1 gewijzigde cel');
	await expectAccessible(page);
	// Moving her plan asks for a reason.
	await choice.getByRole('radio').first().focus();
	await page.keyboard.press('Space');
	await page.getByLabel('Reden').selectOption({ label: 'Verbouwing of verhuizing' });
	await save.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Zojuist vastgelegd')).toBeVisible();
	await expect(page.getByText('Er is 1 cel vastgelegd.')).toBeVisible();
	await expect(page.getByText('Wat u eerder invulde')).toBeHidden();
	await expect(note).toHaveValue('');
	await expect(page.getByLabel('Reden')).toHaveValue('');
	await expect(cell(page, VARIANT, first)).toHaveValue('2 apr 2022');
	await expect(count(page)).toContainText('Geen gewijzigde cellen');
	expect(complaints).toEqual([]);
});

test('the table works without scripts', async ({ browser }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await signInAs(page, advisorOf('rijnbrink'));
	const name = 'Proef tabel zonder script';
	await addLocation(page, name);
	await page.goto(TABLE);
	await expect(page.locator('tbody tr')).toHaveCount(25);
	await page.goto(LOCATIONS);
	await cell(page, 'Plek ingericht', name).fill('7 april 2022');
	await cell(page, 'IDO geopend voor publiek', name).fill('1-5-2022');
	await page.getByRole('button', { name: 'Tabel vastleggen' }).click();
	// The first plan is recorded; the opening moves, and that asks for a reason.
	await expect(page.getByText('Er is 1 cel vastgelegd.')).toBeVisible();
	await expect(page.getByRole('alert')).toContainText('Kies een reden.');
	await expect(cell(page, 'IDO geopend voor publiek', name)).toHaveValue('1-5-2022');
	await page.getByLabel('Reden').selectOption({ label: 'Verbouwing of verhuizing' });
	await page.getByRole('button', { name: 'Tabel vastleggen' }).click();
	await expect(page.getByText('Zojuist vastgelegd')).toBeVisible();
	await expect(cell(page, 'IDO geopend voor publiek', name)).toHaveValue('1 mei 2022');
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(cell(page, 'IDO geopend voor publiek', name)).toHaveValue('1 mrt 2022');
	await page.context().close();
});

test('the table is narrowed to a library, and keeps what was filled in elsewhere', async ({
	page
}) => {
	await signInAs(page, advisorOf('rijnbrink'));
	const name = 'Proef tabel gefilterd';
	await addLocation(page, name);
	await page.goto(LOCATIONS, { waitUntil: 'networkidle' });
	const all = await page.locator('tbody tr').count();
	await cell(page, 'Plek ingericht', name).fill('7-4-2022');
	await page.keyboard.press('Tab');
	await page.getByText('Kies wat u ziet', { exact: true }).click();
	await page
		.getByLabel('Bibliotheek', { exact: true })
		.selectOption({ label: 'Bibliotheek Deventer' });
	await page.getByRole('button', { name: 'Laat zien' }).click();
	await expect(page).toHaveURL(/bibliotheek=bibliotheek-deventer/);
	// The lane, the rows and what was typed stay.
	await expect(page).toHaveURL(/toon=locaties.*rijen=alle|rijen=alle.*toon=locaties/);
	expect(await page.locator('tbody tr').count()).toBeLessThan(all);
	await expect(cell(page, 'Plek ingericht', name)).toHaveCount(0);
	await expect(page.locator('.save')).toContainText('1 gewijzigde cel');
	await page.goto(`${TABLE}?bibliotheek=bibliotheek-hengelo&provincie=limburg`);
	await expect(page.getByText('limburg')).toBeVisible();
	await expect(cell(page, 'Plek ingericht', name)).toHaveValue('7 apr 2022');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Alles terugzetten' }).click();
});

test('in a table left overnight today has moved on, also in the calendar', async ({ page }) => {
	await page.clock.install({ time: new Date('2022-01-31T20:00:00Z') });
	await signInAs(page, advisorOf('rijnbrink'));
	await page.goto(`${TABLE}?toon=locaties&laan=gereed`, { waitUntil: 'networkidle' });
	const open = page.locator('tbody input[name^="dag."]').first();
	const fault = page.getByText('Deze dag ligt in de toekomst');
	await open.fill('1-2-2022');
	await open.press('Tab');
	await expect(fault).toBeVisible();
	await page.clock.setSystemTime(new Date('2022-02-01T08:00:00Z'));
	await open.fill('1 feb 2022');
	await open.press('Tab');
	await expect(fault).toHaveCount(0);
	await open.fill('2-2-2022');
	await open.press('Tab');
	await expect(fault).toBeVisible();
	await page.getByRole('button', { name: 'Alles terugzetten' }).click();
});

test('the table fits a narrow screen, and breaks no rule there', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await signInAs(page, advisorOf('rijnbrink'), TABLE);
	await expect(page.getByRole('grid')).toBeVisible();
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await withoutScripts(page);
	await page.reload();
	await expect(page.getByRole('grid')).toHaveCount(0);
	await expectAccessible(page);
});

test('the table is of advisers, each of her own libraries', async ({ page, browser }) => {
	await page.goto(TABLE);
	await expect(page).toHaveURL(/\/inloggen/);
	await signInAs(page, advisorOf('rijnbrink'), `${TABLE}?toon=bibliotheken`);
	const form = await page.evaluate(() => {
		const key = document.querySelector('table input')!.getAttribute('name')!.slice(4);
		return { stand: JSON.stringify({ [key]: [null, null, null] }), [`dag.${key}`]: '1-9-2022' };
	});
	const post = async (email: string) => {
		const other = await (await browser.newContext()).newPage();
		await signInAs(other, email);
		const { origin } = new URL(page.url());
		const answer = await other.request.post(`${TABLE}?/record`, {
			...{ form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 }
		});
		const look = await other.goto(TABLE);
		await other.context().close();
		return [answer.status(), look?.status()];
	};
	expect(await post(advisorOf('zb'))).toEqual([403, 200]);
	expect(await post(STAKEHOLDER)).toEqual([403, 403]);
});
