import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';
import { PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

test('the programme manager asks, the adviser answers in the line, and it is counted', async ({
	browser
}) => {
	const manager = await browser.newPage();
	const adviser = await browser.newPage();
	const question = `Lukt het nog? (${test.info().project.name})`;
	await signInAs(manager, PROGRAMME_MANAGER, '/mijn-bibliotheken?toon=over-tijd');
	await manager.getByRole('link', { name: 'Navraag doen' }).click();
	await manager.goto('/beheer/navraag/nieuw?toon=over-tijd&provincie=gelderland');
	await expect(manager.getByRole('heading', { level: 1 })).toHaveText('Navraag doen');
	await expectAccessible(manager);
	await expectNoSidewaysScroll(manager);
	await manager.getByRole('button', { name: 'Vraag stellen' }).click();
	await expect(manager.getByRole('alert')).toContainText('Typ uw vraag.');
	await expectAccessible(manager);
	await manager.getByLabel('Uw vraag').fill(question);
	const boxes = manager.locator('input[name=about]');
	for (const box of await boxes.all()) await box.uncheck();
	const box = boxes.first();
	await box.check();
	const key = await box.getAttribute('value');
	await expect(manager.getByText('U stelt de vraag over 1 regel.')).toBeVisible();
	await manager.getByRole('button', { name: 'Vraag stellen' }).click();
	await expect(manager.getByText('Uw vraag is gesteld over 1 regel.')).toBeVisible();
	await expect(manager.getByText(question).first()).toBeVisible();
	await expectAccessible(manager);
	await expectNoSidewaysScroll(manager);

	await signInAs(adviser, 'adviseur.rijnbrink@voorbeeld.nl', '/mijn-bibliotheken?toon=gevraagd');
	const line = adviser.locator('li.line', { hasText: question });
	await line.getByText('Ander antwoord').click();
	await expectAccessible(adviser);
	await expectNoSidewaysScroll(adviser);
	await adviser.locator(`[id="reply.${key}"]`).fill('De verbouwing loopt uit.');
	await adviser.getByRole('button', { name: 'Antwoorden vastleggen' }).click();
	await expect(adviser.getByText('antwoord “De verbouwing loopt uit.”')).toBeVisible();
	await expect(line).toHaveCount(0);
	await manager.goto('/beheer/navraag?staat=answered');
	await expect(manager.locator('li', { hasText: question })).toContainText(
		'De verbouwing loopt uit.'
	);

	await adviser.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(adviser.getByText('teruggenomen')).toBeVisible();
	await expect(line).toBeVisible();
	await manager.goto('/beheer/navraag');
	await manager
		.locator('li', { hasText: question })
		.getByRole('button', { name: 'Trek in' })
		.click();
	await expect(manager.getByText('1 vraag is ingetrokken.')).toBeVisible();
	expect((await adviser.request.get('/beheer/navraag')).status()).toBe(403);
	expect((await adviser.request.get('/beheer/navraag/poi.csv')).status()).toBe(403);
	expect(await (await manager.request.get('/beheer/navraag/poi.csv')).text()).toContain(
		'Rijnbrink'
	);
});
