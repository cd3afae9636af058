import { expect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const sheetOf = (project: string) =>
	`/bibliotheken/${project === 'phone' ? 'bibliotheek-oldenzaal' : 'bibliotheek-hengelo'}/bijwerken`;

test('an adviser records what the points of a library cost, and a wrong amount is told @screen', async ({
	page
}, { project }) => {
	const complaints = watchConsole(page);
	const sheet = sheetOf(project.name);
	await signInAs(page, advisorOf('rijnbrink'), sheet);
	await page.getByRole('link', { name: 'Kosten bijhouden' }).click();
	await page.getByRole('link', { name: '2019', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Kosten in 2019' })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const ict = page.getByRole('group', { name: 'ICT' });
	const save = page.getByRole('button', { name: 'Kosten vastleggen' });
	await ict.getByLabel('Werkelijk').fill('-250');
	await save.click();
	await expect(page.getByText('Een bedrag kan niet onder nul zijn.').first()).toBeVisible();
	await expect(ict.getByLabel('Werkelijk')).toHaveValue('-250');
	await expectAccessible(page);
	await ict.getByLabel('Werkelijk').fill('1.250,50');
	await save.click();
	await expect(page.getByText('1 bedrag vastgelegd')).toBeVisible();
	await expect(page.getByText(/2019, ICT, Werkelijk, €\s?1\.250,50/).first()).toBeVisible();
	// Taken back, so that the journey finds the library as it was.
	await ict.getByLabel('Werkelijk').fill('');
	await save.click();
	await expect(page.getByText(/2019, ICT, Werkelijk, teruggenomen/).first()).toBeVisible();
	expect(complaints).toEqual([]);
});

test('everybody reads what points cost in sums, and no filter makes them smaller @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/exploitatie?provincie=zeeland');
	await expect(page.getByText('Filters tellen op deze pagina niet mee')).toBeVisible();
	await expect(page.getByText(/gaven \d+ bibliotheken samen/).first()).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.goto('/exploitatie?peildatum=2019-07-01');
	await expect(page.getByText(/Daarom staan hier geen bedragen/)).toBeVisible();
	expect(complaints).toEqual([]);
});

test('the programme manager is told what limit for costs can be, and keeps it as it was @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await signInAs(page, PROGRAMME_MANAGER, '/beheer');
	await page.getByRole('main').getByRole('link', { name: 'Grens voor kosten' }).click();
	const libraries = page.getByLabel('Bibliotheken', { exact: true });
	const save = page.getByRole('button', { name: 'Opslaan' });
	await libraries.fill('2');
	await save.click();
	await expect(page.getByText('Vul een heel getal in van 3 tot en met 20.').first()).toBeVisible();
	await expect(libraries).toHaveValue('2');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	// As it was, which is no change: other journeys read the sums.
	await libraries.fill('5');
	await save.click();
	await expect(page.getByText('De grens staat op 5 bibliotheken.')).toBeVisible();
	await expectAccessible(page);
	expect(complaints).toEqual([]);
});

test('the limit for costs is not for advisers', async ({ page }) => {
	await signInAs(page, advisorOf('rijnbrink'));
	expect((await page.goto('/beheer/kosten'))?.status()).toBe(403);
});

/** Two points, 7,5 hours a week, 50 weeks at € 40: € 30.000; 83 cents and 2 cents of 100,000 people: € 85.000. */
async function fillSheet(page: Page) {
	await page.getByLabel('Jaar van de subsidie').selectOption('2022');
	const values = {
		'Inwoners van uw werkgebied': '100.000',
		'Aantal informatiepunten': '2',
		'Bemenste uren per punt per week': '7,5',
		'Weken per jaar dat u open bent': '50',
		'Kosten van een uur personeel, in euro': '40'
	};
	for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
}

test('a library works out without an account what a point costs, in its own tab alone @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/exploitatie/rekenblad');
	await expect(page.getByText('Wij bewaren niets.')).toBeVisible();
	await fillSheet(page);
	await expect(page.getByRole('row', { name: /^Kosten samen/ })).toContainText('30.000');
	await expect(page.getByRole('row', { name: /^U houdt over/ })).toContainText('55.000');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByLabel('Aantal informatiepunten').fill('-2');
	await page.getByRole('button', { name: 'Reken uit' }).click();
	await expect(page.getByRole('alert')).toContainText('Vul een heel getal in');
	await expectAccessible(page);
	await page.goto('/exploitatie/rekenblad');
	await expect(page.getByText('Wat u eerder hebt ingevuld, staat er weer.')).toBeVisible();
	await expect(page.getByLabel('Inwoners van uw werkgebied')).toHaveValue('100.000');
	const other = await page.context().newPage();
	await other.goto('/exploitatie/rekenblad', { waitUntil: 'networkidle' });
	await expect(other.getByLabel('Inwoners van uw werkgebied')).toHaveValue('');
	await page.getByRole('button', { name: 'Wis wat ik had ingevuld' }).click();
	await expect(page.getByLabel('Inwoners van uw werkgebied')).toHaveValue('');
	expect(complaints).toEqual([]);
});

test('without scripts the sheet comes back with its sum', async ({ page }) => {
	await withoutScripts(page);
	await page.goto('/exploitatie/rekenblad');
	await fillSheet(page);
	await page.getByRole('button', { name: 'Reken uit' }).click();
	await expect(page.getByRole('row', { name: /^Kosten samen/ })).toContainText('30.000');
	await expect(page.getByLabel('Inwoners van uw werkgebied')).toHaveValue('100.000');
	await expectAccessible(page);
});

test('costs of a library are for its own advisers and the programme manager only', async ({
	browser
}) => {
	const path = `${sheetOf('desktop')}/kosten`;
	for (const who of [advisorOf('zb'), STAKEHOLDER]) {
		const page = await (await browser.newContext()).newPage();
		await signInAs(page, who);
		expect((await page.goto(path))?.status()).toBe(403);
		const headers = { origin: new URL(page.url()).origin };
		const form = { year: '2021', 'ict-werkelijk': '1' };
		expect((await page.request.post(path, { headers, form })).status()).toBe(403);
		await page.context().close();
	}
	const nobody = await (await browser.newContext()).newPage();
	await nobody.goto(path);
	expect(new URL(nobody.url()).pathname).toBe('/inloggen');
	await nobody.context().close();
});
