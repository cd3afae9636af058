import AxeBuilder from '@axe-core/playwright';
import { expect as playwrightExpect, test, type Browser, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';

// Two people and their pages, on whatever machine.
test.describe.configure({ timeout: 120_000 });
const expect = playwrightExpect.configure({ timeout: 20_000 });

const ADVISER = 'adviseur.rijnbrink@voorbeeld.nl';
const MANAGER = 'programmamanager@voorbeeld.nl';
/** A library of Rijnbrink; one of the fifteen of the kopgroep. */
const LIBRARY = '/bibliotheken/bibliotheek-hengelo/bijwerken';

async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/inloggen');
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByLabel('Wachtwoord', { exact: false }).fill(DEMO_PASSWORD);
	await page.locator('main').getByRole('button', { name: 'Inloggen' }).click();
	await expect(page.getByRole('button', { name: 'Uitloggen' })).toBeVisible();
}

async function newReader(
	browser: Browser,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	return page;
}

async function expectNoViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual(
		[]
	);
}

/** A location of its own for one test, planned for 1 March 2022; answers the address of its sheet. */
async function addLocation(page: Page, name: string, scripts = true): Promise<string> {
	// The page listens for news as soon as its scripts have taken over.
	const ready = scripts ? page.waitForRequest('**/veranderingen') : undefined;
	await page.goto(`${LIBRARY}/locatie-toevoegen`);
	await ready;
	await page.getByLabel('Naam van de locatie').fill(name);
	await page.getByLabel('Plaats').fill('Hengelo');
	await page.getByLabel('Gemeente', { exact: false }).first().selectOption({ label: 'Hengelo' });
	await page.getByLabel('Soort locatie').selectOption({ label: 'Vestiging' });
	await page.getByLabel('Geplande opening').fill('2022-03-01');
	await page.getByRole('button', { name: 'Locatie toevoegen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bijwerken: ${name}`);
	return new URL(page.url()).pathname;
}

const row = (page: Page, milestone: string) => page.locator(`#mijlpaal-${milestone}`);

test('an adviser records an opening, and whoever has the page open sees it', async ({
	page,
	browser
}, { project }) => {
	await signIn(page, ADVISER);
	const sheet = await addLocation(page, `Proef open ${project.name}`);
	const visitor = await newReader(browser);
	await visitor.goto(sheet.replace('/bijwerken', ''));
	await expect(visitor.getByText('Gerealiseerd').first()).toBeHidden();
	// She is about to ask for another day.
	await visitor.getByText('Kies een andere dag').click();
	const day = visitor.getByLabel('Peildatum: situatie op');
	await day.fill('3-4-2021');
	const list = await visitor.context().newPage();
	await list.goto('/bibliotheken');
	const search = list.getByLabel('Naam, plaats of gemeente');
	await search.fill('venl');

	await row(page, 'opening').getByRole('link', { name: 'Gereed melden' }).click();
	await expect(page.getByRole('heading', { name: /Gereed melden/ })).toBeFocused();
	await page.getByLabel('Kleinschalig').check();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByText(/Vastgelegd\..*kleinschalig/)).toBeVisible();

	// Without anything done on this page: the change came by itself.
	await expect(visitor.getByText('Gerealiseerd').first()).toBeVisible();
	await expect(day).toHaveValue('3-4-2021');
	await expect(list.getByText('De gegevens zijn bijgewerkt.')).toBeAttached();
	await expect(search).toHaveValue('venl');
	// The name of a person is for colleagues; the public sees the organisation.
	await expect(visitor.getByText('Adviseur Rijnbrink (Rijnbrink)')).toHaveCount(0);
	await visitor.context().close();
});

test('a plan moves with a reason, and is put back by undoing', async ({ page }, { project }) => {
	await signIn(page, ADVISER);
	await addLocation(page, `Proef plan ${project.name}`);
	await row(page, 'opening').getByRole('link', { name: 'Herplannen' }).click();
	await page.getByLabel('Geplande datum').fill('2022-05-01');
	await page.getByLabel('Toelichting').fill('De vloer ligt er nog niet.');
	await page.getByRole('button', { name: 'Vastleggen' }).click();

	const summary = page.getByRole('alert');
	await expect(summary).toBeFocused();
	await expect(summary).toContainText('Kies een reden.');
	await expect(page.getByLabel('Geplande datum')).toHaveValue('2022-05-01');
	await expect(page.getByLabel('Toelichting')).toHaveValue('De vloer ligt er nog niet.');
	await expectNoViolations(page);

	await page.getByLabel('Reden').selectOption({ label: 'Verbouwing of verhuizing' });
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	const recorded = page.getByRole('status').filter({ hasText: 'Vastgelegd.' });
	await expect(recorded).toContainText('van 1 maart 2022 naar 1 mei 2022');
	// At the milestone that it is about, which is in view.
	await expect(row(page, 'opening').getByText('Vastgelegd.', { exact: false })).toBeInViewport();
	await expect(row(page, 'opening')).toContainText('1 mei 2022');

	await recorded.getByRole('button', { name: /Ongedaan maken/ }).click();
	await expect(recorded).toContainText('ongedaan');
	await expect(row(page, 'opening').locator('dl').first()).not.toContainText('1 mei 2022');
	await expect(row(page, 'opening').locator('dl').first()).toContainText('1 maart 2022');
});

test('a colleague in between is not overwritten', async ({ page, browser }, { project }) => {
	await signIn(page, ADVISER);
	const sheet = await addLocation(page, `Proef samen ${project.name}`);
	await page.goto(`${sheet}?mijlpaal=opening&actie=herplannen`);
	await page.getByLabel('Geplande datum').fill('2022-06-01');
	await page.getByLabel('Reden').selectOption({ label: 'ICT niet op tijd klaar' });

	const colleague = await newReader(browser);
	await signIn(colleague, MANAGER);
	await colleague.goto(`${sheet}?mijlpaal=opening&actie=herplannen`);
	await colleague.getByLabel('Geplande datum').fill('2022-04-15');
	await colleague.getByLabel('Reden').selectOption({ label: 'Wacht op de gemeente' });
	await colleague.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(colleague.getByText('Vastgelegd.', { exact: false })).toBeVisible();
	await colleague.context().close();

	// The page knows, and leaves alone what is being filled in.
	const news = page.getByRole('status').filter({ hasText: 'Er zijn nieuwe gegevens.' });
	await expect(news).toBeVisible();
	// One line along the edge, which goes when asked.
	const box = (await news.boundingBox())!;
	expect(box.height).toBeLessThanOrEqual(48);
	expect(box.y + box.height).toBeGreaterThan(page.viewportSize()!.height - 40);
	await news.getByRole('button', { name: /^Niet nu/ }).click();
	await expect(news).toHaveCount(0);
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByRole('heading', { name: 'Een collega was u voor' })).toBeVisible();
	await expect(page.getByText(/Programmamanager KB.*15 april 2022/)).toBeVisible();
	await expect(page.getByLabel('Geplande datum')).toHaveValue('2022-06-01');
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Mijn invoer toch vastleggen' }).click();
	await expect(page.getByText(/van 15 april 2022 naar 1 juni 2022/).first()).toBeVisible();
});

test('all of it works without JavaScript', async ({ browser }, { project }) => {
	const page = await newReader(browser, { javaScriptEnabled: false });
	await signIn(page, ADVISER);
	await addLocation(page, `Proef zonder ${project.name}`, false);
	await row(page, 'variant').getByRole('link', { name: 'Plannen' }).click();
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByRole('alert')).toContainText('Vul een datum in.');
	await page.getByLabel('Geplande datum').fill('2022-02-10');
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(row(page, 'variant')).toContainText('10 februari 2022');
	await row(page, 'variant').getByRole('button', { name: 'Gereed vandaag' }).click();
	await expect(row(page, 'variant')).toContainText('gereed op 31 januari 2022');
	await page.getByRole('button', { name: 'Klopt nog' }).click();
	await expect(
		page.getByText('Laatst nagekeken op 31 januari 2022.', { exact: false })
	).toBeVisible();
	await page.context().close();
});

test('the list of the week is answered in its lines, saved once, and undone', async ({ page }) => {
	await signIn(page, ADVISER);
	await page.getByRole('link', { name: 'Mijn bibliotheken' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mijn bibliotheken');
	await page.getByRole('link', { name: /^Over tijd/ }).click();
	await expect(page).toHaveURL(/toon=over-tijd/);
	await expectNoViolations(page);

	// Ten overdue lines: one click each, and one to save all of them.
	const lines = page.getByRole('group', { name: /^Antwoord op: / });
	const right = lines.filter({ has: page.getByRole('radio', { name: 'Klopt nog' }) });
	const names = (await right.locator('legend').allInnerTexts()).slice(0, 10);
	for (const name of names) {
		const line = page.getByRole('group', { name, exact: true });
		await line.getByRole('radio', { name: 'Klopt nog' }).check();
	}
	await expect(page.getByText('10 antwoorden ingevuld')).toBeVisible();
	// A new date is not recorded without a reason; the others are, and what was typed stays.
	const last = right.nth(10);
	const moved = (await last.locator('legend').innerText()).replace('Antwoord op: ', '');
	await last.getByRole('radio', { name: 'Nieuwe datum' }).check();
	const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: moved }) });
	await line.last().getByLabel('Nieuwe datum').last().fill('1-6-2022');
	await page.getByRole('button', { name: 'Antwoorden vastleggen' }).click();
	await expect(page.getByText('Er zijn 10 antwoorden vastgelegd.')).toBeVisible();
	await expect(page.getByText('1 antwoord is nog niet vastgelegd.')).toBeVisible();
	await expect(page.getByRole('link', { name: /.+: Kies een reden/ })).toBeVisible();
	await expect(page.getByText('1 antwoord ingevuld')).toBeVisible();
	await expect(line.last().getByLabel('Nieuwe datum').last()).toHaveValue('1-6-2022');
	await expectNoViolations(page);
	await line.last().getByLabel('Reden').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Antwoorden vastleggen' }).click();

	const notice = page.getByRole('heading', { name: 'Zojuist vastgelegd' });
	await expect(notice).toBeVisible();
	// One stands where one was, with the news and its undo in view.
	await expect(page.getByRole('button', { name: 'Maak dit ongedaan' })).toBeInViewport();
	await expect(page.getByText('gepland op 1 juni 2022')).toBeVisible();
	await expect(page.getByRole('link', { name: moved })).toHaveCount(0);
	await page.getByRole('button', { name: 'Maak dit ongedaan' }).click();
	await expect(page.getByText('teruggenomen')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Maak dit ongedaan' })).toHaveCount(0);
	await expect(page.getByRole('link', { name: moved })).toBeVisible();
});

test('without JavaScript a whole library is still right, and from a sheet one comes back to the list', async ({
	browser,
	page
}) => {
	const plain = await newReader(browser, { javaScriptEnabled: false });
	await plain.goto('/inloggen');
	await plain.getByLabel('E-mailadres').fill(ADVISER);
	await plain.getByLabel('Wachtwoord', { exact: false }).fill(DEMO_PASSWORD);
	await plain.locator('main').getByRole('button', { name: 'Inloggen' }).click();
	await plain.goto('/mijn-bibliotheken?toon=alles');
	const box = plain.getByRole('checkbox', { name: /^Alles klopt nog/ }).first();
	const name = ((await box.locator('..').innerText()).split(':')[1] ?? '').trim();
	await box.check();
	await plain.getByRole('button', { name: 'Antwoorden vastleggen' }).click();
	// At the top, and in the bar of the place where one was.
	await expect(plain.getByText('Er is 1 antwoord vastgelegd.').first()).toBeVisible();
	await expect(plain).toHaveURL(/zojuist=\d+#bibliotheek-/);
	await expect(plain.getByText(new RegExp(`^${name}: nagekeken op`))).toBeVisible();
	await plain.context().close();

	await signIn(page, ADVISER);
	await page.goto('/mijn-bibliotheken?toon=alles');
	const second = page.getByRole('heading', { level: 2 }).getByRole('link').nth(1);
	const library = await second.innerText();
	await second.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bijwerken: ${library}`);
	await page.getByRole('navigation', { name: 'Kruimelpad' }).getByText('Mijn bibliotheken').click();
	await expect(page).toHaveURL(/toon=alles/);
	const item = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('link', { name: library }) });
	await expect(item.first()).toBeFocused();
});

test('a library of another POI is refused, with a sentence', async ({ page, baseURL }) => {
	await signIn(page, 'adviseur.zb@voorbeeld.nl');
	const response = await page.goto(LIBRARY);
	expect(response?.status()).toBe(403);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const headers = { origin: baseURL ?? '', accept: 'text/html' };
	for (const act of ['plan', 'achieve', 'correct', 'undo', 'confirm']) {
		const answer = await page.request.post(`${LIBRARY}?/${act}`, { headers, form: { event: '1' } });
		expect(answer.status(), act).toBe(403);
	}
	// Also as a line of the list of the week: nothing of the form is recorded.
	const line = await page.request.post('/mijn-bibliotheken?/record', {
		headers,
		form: {
			'answer.b1-record': 'confirm',
			'answer.b2-record': 'confirm',
			'answer.b3-record': 'confirm'
		}
	});
	expect(line.status()).toBe(403);
});
