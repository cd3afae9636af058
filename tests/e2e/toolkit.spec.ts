import { expect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

/** A library of Rijnbrink for each screen, so that the journeys are not in each other's way. */
const LIBRARY = { desktop: 'bibliotheek-hengelo', phone: 'bibliotheek-oldenzaal' } as const;
const sheetOf = (project: string) =>
	`/bibliotheken/${project === 'phone' ? LIBRARY.phone : LIBRARY.desktop}/bijwerken`;

test('an adviser records what a library has of the toolkit, puts a mistake right, and takes it back @screen', async ({
	page
}, { project }) => {
	const complaints = watchConsole(page);
	const sheet = sheetOf(project.name);
	await signInAs(page, advisorOf('rijnbrink'), sheet);
	await page.getByRole('link', { name: 'Toolkit bijhouden' }).click();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const video = page.getByRole('group', { name: /^Video’s van de campagne/ });
	await video.getByLabel('Stand').selectOption('niet_nodig');
	await video.getByRole('textbox').fill('1-1-20199');
	const save = page.getByRole('button', { name: 'Toolkit vastleggen' });
	await save.click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(video.getByRole('textbox')).toHaveValue('1-1-20199');
	await expectAccessible(page);
	await video.getByRole('textbox').fill('30 jan 2022');
	await save.click();
	await expect(
		page.getByRole('status').filter({ hasText: '1 materiaal vastgelegd' })
	).toBeVisible();
	const line = page
		.getByRole('listitem')
		.filter({ hasText: 'niet nodig sinds 30 jan 2022' })
		.first();
	await line.getByRole('button', { name: /^Draai terug/ }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Teruggedraaid' })).toBeVisible();
	await expect(line).toContainText('teruggedraaid');
	await expect(video.getByLabel('Stand')).not.toHaveValue('niet_nodig');
	await expectAccessible(page);
	expect(complaints).toEqual([]);
});

test('what was recorded by a colleague in between is told, and nothing is lost', async ({
	browser
}) => {
	const context = await browser.newContext();
	const [first, second] = [await context.newPage(), await context.newPage()];
	const path = '/bibliotheken/bibliotheek-deventer/bijwerken/toolkit';
	await signInAs(first, advisorOf('rijnbrink'), path);
	await second.goto(path);
	const group = (page: Page) => page.getByRole('group', { name: /^Posters/ });
	// Both fill it in before either records: a page that nobody types in is made anew by itself.
	for (const [page, day] of [
		[second, '30 jan 2022'],
		[first, '29 jan 2022']
	] as const) {
		await group(page).getByLabel('Stand').selectOption('afwezig');
		await group(page).getByRole('textbox').fill(day);
	}
	const save = (page: Page) => page.getByRole('button', { name: 'Toolkit vastleggen' }).click();
	await save(first);
	await expect(first.getByText('1 materiaal vastgelegd')).toBeVisible();
	await save(second);
	await expect(second.getByRole('alert')).toContainText('niet aanwezig sinds 29 jan 2022');
	await expect(second.getByRole('group', { name: /^Posters/ }).getByRole('textbox')).toHaveValue(
		'30 jan 2022'
	);
	await second.getByRole('button', { name: 'Toolkit vastleggen' }).click();
	await expect(second.getByText('1 materiaal vastgelegd')).toBeVisible();
	await context.close();
});

test('everybody sees what is in place and what is missing @screen', async ({ page }) => {
	const complaints = watchConsole(page);
	await page.goto('/toerusting');
	await expect(page.getByText(/is de vaardigheidstraining gevolgd/).first()).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page
		.getByRole('navigation', { name: 'Bladzijden van de lijst met bibliotheken' })
		.getByRole('link', { name: 'Volgende' })
		.click();
	await expect(page).toHaveURL(/pagina=2/);
	await page.goto('/toerusting?provincie=zeeland&status=gerealiseerd');
	await expect(page.getByText('Een filter op status telt op deze pagina niet mee')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Naar BiebtoBieb (inlog nodig)' })).toBeVisible();
	expect(complaints).toEqual([]);
});

test('without scripts, in English, the tables say it all', async ({ page }) => {
	await withoutScripts(page);
	await page.goto('/en/toerusting?peildatum=2021-06-30');
	await expect(
		page.getByRole('table', { name: 'What is in place, and what is not' })
	).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test('the toolkit is recorded by the advisers of the library and the programme manager only', async ({
	browser
}) => {
	const path = `${sheetOf('desktop')}/toolkit`;
	for (const who of [advisorOf('zb'), STAKEHOLDER]) {
		const page = await (await browser.newContext()).newPage();
		await signInAs(page, who);
		expect((await page.goto(path))?.status()).toBe(403);
		const headers = { origin: new URL(page.url()).origin };
		for (const action of ['record', 'undo']) {
			const form = { 'state-posters': 'besteld', 'onDay-posters': '1-1-2022', id: '1' };
			const sent = await page.request.post(`${path}?/${action}`, { headers, form });
			expect(sent.status()).toBe(403);
		}
		await page.context().close();
	}
	const manager = await (await browser.newContext()).newPage();
	await signInAs(manager, PROGRAMME_MANAGER, path);
	await expect(manager.getByRole('button', { name: 'Toolkit vastleggen' })).toBeVisible();
	await manager.context().close();
	const nobody = await (await browser.newContext()).newPage();
	await nobody.goto(path);
	expect(new URL(nobody.url()).pathname).toBe('/inloggen');
	await nobody.context().close();
});
