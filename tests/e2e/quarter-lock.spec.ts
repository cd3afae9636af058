import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs, STAKEHOLDER } from './sign-in-as.ts';

const SHEET = '/bibliotheken/bibliotheek-hengelo/bijwerken';

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
	await signInAs(adviser, advisorOf('rijnbrink'), SHEET);
	const headers = { origin: new URL(adviser.url()).origin };
	const form = { milestone: 'borging', effectiveOn: '2019-08-01', precision: 'day' };
	const sent = await adviser.request.post(`${SHEET}?/achieve`, {
		headers: { ...headers, accept: 'text/html' },
		form
	});
	expect(sent.status()).toBe(400);
	expect(await sent.text()).toContain('vergrendeld voor invoer');
	await manager.getByLabel('Waarom?').last().fill('Toch open.');
	await manager.getByRole('button', { name: 'Vergrendeling opheffen' }).click();
	await expect(manager.getByText('Dit kwartaal is open.')).toBeVisible();

	await adviser.goto('/beheer/kwartalen');
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
