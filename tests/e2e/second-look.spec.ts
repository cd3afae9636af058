import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const PATH = '/beheer/tweede-blik';

test('the programme manager looks at openings too, returns one, and the adviser answers @screen', async ({
	browser,
	page
}, { project }) => {
	// Each screen has a province of its own, and a POI whose list no other journey works on.
	const [province, institute] =
		project.name === 'phone' ? ['drenthe', 'biblionet-drenthe'] : ['utrecht', 'bisc'];
	await signInAs(page, PROGRAMME_MANAGER, '/beheer');
	await page.getByRole('link', { name: 'Tweede blik op openingen' }).click();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.goto(`${PATH}/${province}`);
	await page.getByLabel('Openingen vastgelegd vanaf welke dag?').fill('1-1-2015');
	await page.getByRole('button', { name: 'Meekijken' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies een dag van');
	await expect(page.getByRole('alert')).toContainText('Schrijf op waarom.');
	await expectAccessible(page);
	await page.getByLabel('Openingen vastgelegd vanaf welke dag?').fill('1-3-2021');
	await page.getByLabel('Waarom?').fill('Er zijn nieuwe adviseurs.');
	await page.getByRole('button', { name: 'Meekijken' }).click();
	await expect(page.getByText('U kijkt mee bij openingen')).toBeVisible();
	await expect(page.getByText('Er zijn nieuwe adviseurs.')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.goto(`${PATH}?provincie=${province}`);
	await page.getByRole('button', { name: 'Keur goed wat is aangekruist' }).click();
	await expect(page.getByRole('alert')).toContainText('Kruis eerst aan wat u goedkeurt.');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const boxes = page.locator('input[name=opening]');
	const before = await boxes.count();
	await boxes.nth(0).check();
	await boxes.nth(1).check();
	await page.getByRole('button', { name: 'Keur goed wat is aangekruist' }).click();
	await expect(page.getByText('2 openingen zijn goedgekeurd.')).toBeVisible();
	await expect(boxes).toHaveCount(before - 2);

	await page.getByRole('link', { name: 'Beoordeel of geef terug' }).first().click();
	const title = page.getByRole('heading', { level: 1, name: 'Opening van' });
	const name = (await title.innerText()).replace('Opening van ', '');
	await page.getByLabel('Teruggeven met een vraag').first().check();
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf op waarom.');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByLabel('Wat wilt u weten?').first().fill('De krant noemt een andere dag.');
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByText(`Wat u zag van ${name}, is vastgelegd.`)).toBeVisible();
	await expect(page.getByText('De adviseur moet nog antwoorden.')).toBeVisible();
	await expectAccessible(page);
	const opening = new URL(page.url()).pathname;
	const sheet = await page
		.getByRole('link', { name: 'Naar het werkblad van deze locatie' })
		.getAttribute('href');

	const adviser = await (await browser.newContext()).newPage();
	await signInAs(adviser, advisorOf(institute), sheet!);
	await expect(adviser.getByText('heeft een vraag over de opening')).toBeVisible();
	await expect(adviser.getByText('De krant noemt een andere dag.')).toBeVisible();
	await expectAccessible(adviser);
	const dossier = sheet!.replace('/bijwerken', '');
	await adviser.goto(dossier);
	await expect(adviser.getByText('heeft een vraag over de opening')).toBeVisible();
	await adviser.goto('/mijn-bibliotheken?toon=gevraagd');
	const line = adviser.locator('li.line', { hasText: 'De krant noemt een andere dag.' });
	await line.getByText('Ander antwoord').click();
	await line.getByLabel('Antwoord').last().fill('De krant vergist zich.');
	await adviser.getByRole('button', { name: 'Antwoorden vastleggen' }).click();
	await expect(line).toHaveCount(0);

	await page.goto(opening);
	await expect(page.getByText('De krant vergist zich.')).toBeVisible();
	await page.getByLabel('Goedkeuren').first().check();
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByText('Goedgekeurd op')).toBeVisible();
	await adviser.goto(dossier);
	await expect(adviser.getByText('moet nog een keer kijken')).toBeVisible();

	// Others see nothing of it and can do nothing.
	const headers = { origin: new URL(adviser.url()).origin };
	const other = await (await browser.newContext()).newPage();
	await signInAs(other, STAKEHOLDER);
	const nobody = await (await browser.newContext()).newPage();
	for (const who of [other, nobody]) {
		await who.goto(dossier);
		await expect(who.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(who.getByText('programmamanager')).toHaveCount(0);
	}
	for (const who of [adviser, other]) {
		for (const path of [PATH, `${PATH}/${province}`, opening]) {
			expect((await who.goto(path))?.status()).toBe(403);
		}
		const tried = await who.request.post(`${PATH}?/approve`, { headers, form: { opening: '1' } });
		expect(tried.status()).toBe(403);
	}
	await nobody.goto(PATH);
	await expect(nobody).toHaveURL(/inloggen/);
});
