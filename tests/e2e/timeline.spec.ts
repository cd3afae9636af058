import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { advisorOf, PROGRAMME_MANAGER, signInAs } from './sign-in-as.ts';

test('the timeline is read by kind and by day, and gives its files @screen', async ({ page }) => {
	const complaints = watchConsole(page);
	await page.goto('/tijdlijn?peildatum=2020-12-31');
	// The same sentence stands in the citation, which is for paper.
	const sentence = page.getByText('Op 31 december 2020 liep de fase Uitrol 2020.').first();
	await expect(sentence).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Na 31 december 2020' })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.getByLabel('Besluit', { exact: true }).check();
	await page.getByRole('button', { name: 'Toon' }).click();
	await expect(page).toHaveURL(/soort=besluit/);
	const list = page.getByRole('listitem').filter({ hasText: 'Kopgroep bekend' }).first();
	await expect(list).toContainText('Reden: Gekozen op spreiding over het land');
	await expect(page.getByText('Eerste informatiepunt open in Venlo')).toHaveCount(0);
	const href = await page
		.getByRole('link', { name: /^Download CSV/ })
		.first()
		.getAttribute('href');
	const csv = await (await page.request.get(href ?? '')).text();
	expect(csv).toContain('Kopgroep bekend: 15 van 27 bibliotheken');
	expect(csv).not.toContain('Eerste informatiepunt open in Venlo');
	expect(complaints).toEqual([]);
});

test('without scripts the same timeline is there', async ({ page }) => {
	await withoutScripts(page);
	await page.goto('/en/tijdlijn?soort=lockdown');
	const lines = page.getByRole('listitem');
	await expect(lines.filter({ hasText: 'Libraries closed in the first lockdown' })).toBeVisible();
	await page.getByLabel('Phase').check();
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(lines.filter({ hasText: 'Rollout 2020' })).toBeVisible();
});

test('the programme manager adds an event, puts it right and withdraws it @screen', async ({
	page
}, { project }) => {
	// Each screen has its own, of a kind that no chart shows.
	const name = `Bijeenkomst ${project.name}`;
	await signInAs(page, PROGRAMME_MANAGER, '/beheer/tijdlijn');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Gebeurtenis toevoegen' }).click();
	await page.getByLabel('Wat gebeurde er? (Nederlands)').fill(name);
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies wat voor gebeurtenis het is.');
	await expect(page.getByLabel('Wat gebeurde er? (Nederlands)')).toHaveValue(name);
	await expectAccessible(page);

	await page.getByLabel('Soort').selectOption('programme');
	await page.getByLabel('Dag, of eerste dag').fill('3-2-2020');
	await page.getByLabel('Wat gebeurde er? (Engels)').fill('A meeting');
	await page.getByLabel('Waar is dit te lezen?').fill('verslag van de bijeenkomst');
	await page.getByLabel('Hoe zeker is dit?').selectOption('recalled');
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByText('Vastgelegd.')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await page.getByRole('button', { name: 'Gebeurtenis intrekken' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf op waarom.');
	const right = `${name} in Utrecht`;
	await page.getByLabel('Wat gebeurde er? (Nederlands)').fill(right);
	await page.getByLabel('Waarom verbetert u dit?').fill('De plaats ontbrak.');
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(right);
	await page.goto('/tijdlijn');
	await expect(page.getByRole('listitem').filter({ hasText: right })).toBeVisible();

	await page.goBack();
	await page.getByLabel('Waarom trekt u dit in?').fill('Ging niet door.');
	await page.getByRole('button', { name: 'Gebeurtenis intrekken' }).click();
	await expect(page.getByText('Deze gebeurtenis is ingetrokken')).toBeVisible();
	await page.goto('/tijdlijn');
	await expect(page.getByText(right)).toHaveCount(0);
});

test('nobody else keeps the timeline', async ({ page }) => {
	await signInAs(page, advisorOf('rijnbrink'));
	for (const path of ['', '/toevoegen', '/start-campagne']) {
		expect((await page.goto(`/beheer/tijdlijn${path}`))?.status()).toBe(403);
	}
	const headers = { origin: new URL(page.url()).origin };
	for (const path of ['/toevoegen', '/start-campagne?/withdraw', '/start-campagne?/correct']) {
		const tried = await page.request.post(`/beheer/tijdlijn${path}`, { headers, form: { a: 'b' } });
		expect(tried.status()).toBe(403);
	}
});
