import { expect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const PATH = '/beheer/subsidie';

/** Each journey has a library of its own: they share a database. */
const LIBRARIES: Record<string, { scripts: string; plain: string }> = {
	desktop: { scripts: 'Bibliotheek Hengelo', plain: 'Bibliotheek Enschede' },
	phone: { scripts: 'Bibliotheek Oldenzaal', plain: 'Bibliotheek Kampen' }
};
const libraryOf = (project: string, kind: 'scripts' | 'plain') =>
	LIBRARIES[project]?.[kind] ?? 'Bibliotheek Losser';

interface Filled {
	kind: string;
	library: string;
	day: string;
	amount: string;
	note?: string;
}

async function fillEntry(page: Page, { kind, library, day, amount, note = '' }: Filled) {
	await page.getByLabel('Wat is er gebeurd?').selectOption({ label: kind });
	await page.getByRole('checkbox', { name: library, exact: true }).check();
	await page.getByLabel('Regeling', { exact: true }).selectOption({ index: 1 });
	await page.getByLabel('Jaar van de regeling').fill('2021');
	await page.getByLabel('Op welke dag?').fill(day);
	await page.getByLabel('Bedrag in euro').fill(amount);
	await page.getByLabel('Opmerking', { exact: false }).fill(note);
}

const save = (page: Page) => page.getByRole('button', { name: 'Leg vast', exact: true }).click();

/** The row of what was recorded of a library last. */
const rowOf = (page: Page, library: string, amount: RegExp) =>
	page.getByRole('row').filter({ hasText: library }).filter({ hasText: amount }).first();

async function undo(page: Page, library: string, amount: RegExp) {
	await rowOf(page, library, amount).getByRole('button', { name: 'Draai terug' }).click();
}

test('the programme manager records a decision and its payment, in that order, and takes both back @screen', async ({
	page
}, { project, retry }) => {
	const complaints = watchConsole(page);
	const library = libraryOf(project.name, 'scripts');
	const [decided, paid] = [`12.345,6${retry}`, `2.345,6${retry}`];
	await signInAs(page, PROGRAMME_MANAGER, PATH);
	await page.waitForLoadState('networkidle');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	// A payment without a decision is refused, and what was typed is still there.
	await fillEntry(page, {
		...{ kind: 'betaald', library, day: '1-3-2021', amount: paid, note: 'eerste termijn' }
	});
	await save(page);
	await expect(page.getByText(/Er is nog geen besluit vastgelegd/).first()).toBeVisible();
	await expect(page.getByLabel('Bedrag in euro')).toHaveValue(paid);
	await expect(page.getByLabel('Opmerking', { exact: false })).toHaveValue('eerste termijn');
	await expect(page.getByRole('checkbox', { name: library, exact: true })).toBeChecked();
	await expectAccessible(page);

	await fillEntry(page, {
		...{ kind: 'toegekend (besluit)', library, day: '1-2-2021', amount: decided }
	});
	await save(page);
	await expect(page.getByText('Vastgelegd voor 1 bibliotheek.')).toBeVisible();
	const decision = rowOf(page, library, new RegExp(decided.replace('.', '\\.')));
	await expect(decision).toContainText('berekend:');
	await page.waitForLoadState('networkidle');
	await fillEntry(page, { kind: 'betaald', library, day: '1-3-2021', amount: paid });
	await save(page);
	const payment = rowOf(page, library, new RegExp(`€\\s?${paid.replace('.', '\\.')}`));
	await expect(payment).toContainText('betaald');
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await expectNoSidewaysScroll(page);

	// The payment rests on the decision, so that goes last.
	await undo(page, library, new RegExp(decided));
	await expect(page.getByRole('alert')).toContainText('Dit kan nog niet terug');
	await expectAccessible(page);
	await undo(page, library, new RegExp(`€\\s?${paid}`));
	await expect(page.getByText('Teruggedraaid.', { exact: true })).toBeVisible();
	await expect(payment).toContainText('teruggedraaid');
	await undo(page, library, new RegExp(decided));
	await expect(decision).toContainText('teruggedraaid');
	await expect(decision.getByRole('button')).toHaveCount(0);
	await expectAccessible(page);
	expect(complaints).toEqual([]);
});

test('without scripts a wrong amount comes back with all that was typed, and is recorded once right', async ({
	page
}, { project, retry }) => {
	await withoutScripts(page);
	const library = libraryOf(project.name, 'plain');
	await signInAs(page, PROGRAMME_MANAGER, PATH);
	const filled = { kind: 'toegekend (besluit)', library, day: '1-2-2021' };
	await fillEntry(page, { ...filled, amount: '1,250', note: 'besluit 12' });
	await save(page);
	await expect(page.getByText('Vul een bedrag in, bijvoorbeeld 12.345,67.').first()).toBeVisible();
	await expect(page.getByLabel('Bedrag in euro')).toHaveValue('1,250');
	await expect(page.getByLabel('Op welke dag?')).toHaveValue('1-2-2021');
	await expect(page.getByLabel('Opmerking', { exact: false })).toHaveValue('besluit 12');
	await expect(page.getByRole('checkbox', { name: library, exact: true })).toBeChecked();
	await expectAccessible(page);
	const amount = `1.250,1${retry}`;
	await page.getByLabel('Bedrag in euro').fill(amount);
	await save(page);
	await expect(page.getByText('Vastgelegd voor 1 bibliotheek.')).toBeVisible();
	await undo(page, library, new RegExp(`€\\s?${amount}`));
	await expect(rowOf(page, library, new RegExp(`€\\s?${amount}`))).toContainText('teruggedraaid');
	await expectAccessible(page);
});

test('an adviser records applications of her own POI, and nothing else', async ({ page }) => {
	await signInAs(page, PROGRAMME_MANAGER, PATH);
	const box = page.getByRole('checkbox', { name: 'Bibliotheek Hengelo', exact: true });
	const library = await box.inputValue();
	await page.context().clearCookies();

	await signInAs(page, advisorOf('zb'), PATH);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await expect(box).toHaveCount(0);
	await expect(page.getByLabel('Bedrag in euro')).toHaveCount(0);
	const own = await page.getByRole('checkbox').first().inputValue();
	const post = async (kind: string, libraries: string, amount: string) => {
		const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
		const about = { scheme: 'digitale-inclusie', year: '2021', onDay: '1-2-2021', note: '' };
		const form = { kind, libraries, amount, ...about };
		return (await page.request.post(`${PATH}?/record`, { headers, form })).status();
	};
	expect(await post('application', library, '')).toBe(403);
	expect(await post('decision', own, '100')).toBe(403);
});

test('the course of a subsidy is for who keeps it only', async ({ page, browser }) => {
	await signInAs(page, STAKEHOLDER);
	expect((await page.goto(PATH))?.status()).toBe(403);
	await expectAccessible(page);
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	for (const action of ['record', 'undo']) {
		const posted = await page.request.post(`${PATH}?/${action}`, { headers, form: { id: '1' } });
		expect(posted.status()).toBe(403);
	}
	const nobody = await (await browser.newContext()).newPage();
	await nobody.goto(PATH);
	expect(new URL(nobody.url()).pathname).toBe('/inloggen');
	await nobody.context().close();
});
