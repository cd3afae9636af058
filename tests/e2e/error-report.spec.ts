import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

test('a visitor reports, the adviser answers in her list, and the visitor reads it @screen', async ({
	browser,
	page
}, { project }) => {
	const message = `De naam van de hoofdplaats klopt niet (${project.name} ${Date.now()})`;
	const complaints = watchConsole(page);
	await page.goto('/bibliotheken/bibliotheek-hengelo');
	await page.getByRole('link', { name: 'Klopt hier iets niet? Meld het.' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dit klopt niet' })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.getByLabel('Wat klopt er niet?').fill('Bel mij op 06-12345678');
	// People take longer than this to write; a program would not.
	await expect
		.poll(async () => {
			await page.getByRole('button', { name: 'Verstuur de melding' }).click();
			return page.getByText('In deze tekst staat een telefoonnummer').first().isVisible();
		})
		.toBe(true);
	await page.getByLabel('Wat klopt er niet?').fill(message);
	await expect
		.poll(
			async () => {
				if (page.url().includes('/meldingen/')) return true;
				await page.getByRole('button', { name: 'Verstuur de melding' }).click();
				return page.url().includes('/meldingen/');
			},
			{ timeout: 15_000, intervals: [1_500] }
		)
		.toBe(true);
	await expect(page.getByText('Uw melding is ontvangen.')).toBeVisible();
	await expect(page.getByText(/Rijnbrink.*, de adviseur van deze bibliotheek/)).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const address = page.url().replace(/\?.*/, '');

	const own = await browser.newPage();
	await signInAs(own, 'adviseur.rijnbrink@voorbeeld.nl', '/mijn-bibliotheken?toon=gevraagd');
	const line = own.locator('li.line', { hasText: message });
	await expect(line.getByText('Uw antwoord komt op een openbare pagina.')).toBeVisible();
	await line.getByText('Ander antwoord').click();
	await line.locator('textarea[name^="reply."]').fill('Het is Hengelo in Overijssel.');
	await own.getByRole('button', { name: 'Antwoorden vastleggen' }).click();
	await expect(own.getByText('antwoord “Het is Hengelo in Overijssel.”')).toBeVisible();
	expect((await own.request.get('/beheer/meldingen')).status()).toBe(403);
	await own.close();
	await page.goto(address);
	await expect(page.getByText('Het is Hengelo in Overijssel.')).toBeVisible();
	await expect(page.getByText('Er is nog niets bijgewerkt.')).toBeVisible();
	expect(complaints).toEqual([]);
	expect(address).toMatch(/\/meldingen\/[\w-]{22}$/);
});

test('without scripts, the programme manager answers what is about a page', async ({
	browser,
	page
}, { project }) => {
	const message = `This curve is not right (${project.name} ${Date.now()})`;
	await withoutScripts(page);
	await page.goto('/en/dit-klopt-niet?over=/voortgang');
	await page.getByLabel('What is not right?').fill(message);
	await expect
		.poll(
			async () => {
				if (page.url().includes('/meldingen/')) return true;
				await page.getByRole('button', { name: 'Send the report' }).click();
				return page.url().includes('/meldingen/');
			},
			{ timeout: 20_000, intervals: [3_500] }
		)
		.toBe(true);
	const address = page.url().replace(/\?.*/, '');
	const own = await browser.newPage();
	await signInAs(own, PROGRAMME_MANAGER, '/beheer/meldingen');
	const report = own.getByRole('article').filter({ hasText: message });
	await report.getByLabel('Antwoord').fill('De lijn is nagerekend en klopt.');
	await report.getByRole('button', { name: 'Plaats het antwoord' }).click();
	await expect(own.getByText('Het antwoord staat op de pagina van de melding.')).toBeVisible();
	await expectAccessible(own);
	await own.close();
	await page.goto(address);
	await expect(page.getByText('De lijn is nagerekend en klopt.')).toBeVisible();
});
