import { expect, test, type Page, type Response } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

/** Whether the report was kept: a form of a page with scripts is told so in words, one without by the way it leads. */
async function isKept(answer: Response): Promise<boolean> {
	if (answer.status() !== 200) return answer.status() === 303;
	return ((await answer.json()) as { type: string }).type === 'redirect';
}

/**
 * Sends the form, again for as long as it was sent sooner than people write. Each answer is awaited: a second
 * click would count as another report, and only a few are taken from one address.
 */
async function sendReport(page: Page, button: string): Promise<void> {
	await expect(async () => {
		const answer = page.waitForResponse(
			(response) => response.request().method() === 'POST' && /dit-klopt-niet/.test(response.url())
		);
		await page.getByRole('button', { name: button }).click();
		expect(await isKept(await answer)).toBe(true);
	}).toPass();
	await expect(page).toHaveURL(/\/meldingen\//);
}

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
	await page.getByRole('button', { name: 'Verstuur de melding' }).click();
	await expect(page.getByText('In deze tekst staat een telefoonnummer').first()).toBeVisible();
	await page.getByLabel('Wat klopt er niet?').fill(message);
	await sendReport(page, 'Verstuur de melding');
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

test('a report about the map, or about nothing, stays in the page while the network is away', async ({
	context,
	page
}) => {
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	for (const address of ['/dit-klopt-niet', '/dit-klopt-niet?over=%2F', '/en/dit-klopt-niet']) {
		await page.goto(address, { waitUntil: 'networkidle' });
		await context.setOffline(true);
		await page.locator('#message').fill('De kaart klopt niet.');
		await page.locator('main form button[type=submit]').click();
		await expect(page.getByRole('alert')).toContainText(/Er kwam geen antwoord|No answer came/);
		await expect(page.locator('#message')).toHaveValue('De kaart klopt niet.');
		await context.setOffline(false);
	}
	expect(faults).toEqual([]);
});

test('without scripts, the programme manager answers what is about a page', async ({
	browser,
	page
}, { project }) => {
	const message = `This curve is not right (${project.name} ${Date.now()})`;
	await withoutScripts(page);
	await page.goto('/en/dit-klopt-niet?over=/voortgang');
	await page.getByLabel('What is not right?').fill(message);
	await sendReport(page, 'Send the report');
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
