import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

/** A library of Rijnbrink, and its last step, which nobody has recorded as done. */
const SHEET = '/bibliotheken/bibliotheek-achterhoekse-poort/bijwerken';

test('the programme manager locks a quarter, makes an exception, and opens it again @screen', async ({
	page
}, { project }) => {
	// Each screen has a quarter of its own, long before what other journeys record.
	const code = project.name === 'phone' ? '2019-k1' : '2019-k2';
	await signInAs(page, PROGRAMME_MANAGER, '/beheer');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Kwartalen vergrendelen' }).click();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.goto(`/beheer/kwartalen/${code}`);
	await page.getByRole('button', { name: 'Kwartaal vergrendelen' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf op waarom.');
	await page.getByLabel('Waarom?').fill('De verantwoording is af.');
	await page.getByRole('button', { name: 'Kwartaal vergrendelen' }).click();
	await expect(page.getByText('Dit kwartaal is vergrendeld.')).toBeVisible();
	await expect(page.getByText('De verantwoording is af.')).toBeVisible();
	// What was taken does not stand ready to be sent again.
	await expect(page.getByLabel('Waarom?').last()).toHaveValue('');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.getByRole('button', { name: 'Uitzondering vastleggen' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies voor wie de uitzondering is.');
	await expectAccessible(page);
	const someone = page.getByLabel('Voor wie?');
	await someone.selectOption({ index: 1 });
	await page.getByLabel('Waarom?').first().fill('Een dag was verkeerd.');
	await page.getByRole('button', { name: 'Uitzondering vastleggen' }).click();
	await page.getByRole('button', { name: 'Beëindig' }).click();
	await expect(page.getByText('Niemand heeft nu een uitzondering.')).toBeVisible();

	const tooLong = 'x'.repeat(501);
	await page.getByLabel('Waarom?').last().fill(tooLong);
	await page.getByRole('button', { name: 'Vergrendeling opheffen' }).click();
	await expect(page.getByRole('alert')).toContainText('Dit is te lang.');
	await expect(page.getByLabel('Waarom?').last()).toHaveValue(tooLong);
	await page.getByLabel('Waarom?').last().fill('Er kwam nog iets.');
	await page.getByRole('button', { name: 'Vergrendeling opheffen' }).click();
	await expect(page.getByText('Dit kwartaal is open.')).toBeVisible();
});

test('an adviser is told that a quarter is locked, and may not lock one', async ({ browser }) => {
	const manager = await (await browser.newContext()).newPage();
	await signInAs(manager, PROGRAMME_MANAGER, '/beheer/kwartalen/2019-k3');
	await manager.getByLabel('Waarom?').fill('Klaar.');
	await manager.getByRole('button', { name: 'Kwartaal vergrendelen' }).click();
	await expect(manager.getByText('Dit kwartaal is vergrendeld.')).toBeVisible();

	const adviser = await (await browser.newContext()).newPage();
	await signInAs(adviser, advisorOf('rijnbrink'), `${SHEET}?mijlpaal=borging&actie=pauzeren`);
	await adviser.locator('#formulier details summary').first().click();
	await adviser.locator('#effectiveOn').fill('1-8-2019');
	await adviser.locator('#reason').selectOption('bezetting');
	await adviser.locator('#formulier button[type="submit"]').first().click();
	await expect(adviser.getByRole('alert')).toContainText('vergrendeld voor invoer');
	await expectAccessible(adviser);
	await manager.getByLabel('Waarom?').last().fill('Toch open.');
	await manager.getByRole('button', { name: 'Vergrendeling opheffen' }).click();
	await expect(manager.getByText('Dit kwartaal is open.')).toBeVisible();

	const headers = { origin: new URL(adviser.url()).origin };
	for (const who of [adviser, await (await browser.newContext()).newPage()]) {
		if (who !== adviser) await signInAs(who, STAKEHOLDER);
		expect((await who.goto('/beheer/kwartalen'))?.status()).toBe(403);
		expect((await who.goto('/beheer'))?.status()).toBe(403);
		const tried = await who.request.post('/beheer/kwartalen/2019-k1?/lock', {
			...{ headers, form: { lockReason: 'x' } }
		});
		expect(tried.status()).toBe(403);
	}
});
