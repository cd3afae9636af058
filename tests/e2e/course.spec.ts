import { expect, test } from '@playwright/test';
import { expectAccessible } from './checks.ts';
import { signInAs } from './sign-in-as.ts';

const FORM = '/bibliotheken/bibliotheek-almelo/bijwerken/cursussen';

test('an adviser reports the courses of a library, and everybody sees how many took part', async ({
	page
}) => {
	await signInAs(page, 'adviseur.rijnbrink@voorbeeld.nl');
	await page.goto('/bibliotheken/bibliotheek-almelo/bijwerken');
	await page.getByRole('link', { name: 'Cursussen opgeven' }).click();
	await page.getByRole('link', { name: '2018' }).click();
	await expect(page.getByRole('heading', { name: 'Cursussen in 2018' })).toBeVisible();
	await expectAccessible(page);
	const digisterker = page.getByRole('group', { name: 'Digisterker' });
	await digisterker.getByLabel('Aantal groepen').fill('3');
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByRole('alert')).toContainText('Vul ook in hoeveel deelnemers er waren.');
	await expect(digisterker.getByLabel('Aantal groepen')).toHaveValue('3');
	await expectAccessible(page);
	await digisterker.getByLabel('Aantal deelnemers').fill('21');
	await page.getByLabel('Waar komen deze aantallen vandaan?').selectOption('bibliotheekmonitor');
	await page.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(page.getByText('Vastgelegd: 1 cursus in 2018.')).toBeVisible();
	await expect(
		page.getByText(/over 2018 op voor Digisterker: 3 groepen, 21 deelnemers/)
	).toBeVisible();
	await page.goto('/voortgang/cursussen');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(
		'Cursussen digitale vaardigheden'
	);
	await expect(page.getByText(/deden .* deelnemers mee aan een cursus/).first()).toBeVisible();
	await expectAccessible(page);
});

test('without scripts a colleague in between is told', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const [mine, hers] = [await context.newPage(), await context.newPage()];
	await signInAs(mine, 'adviseur.rijnbrink@voorbeeld.nl');
	const fill = async (page: typeof mine, groups: string, people: string) => {
		const own = page.getByRole('group', { name: 'Eigen cursus' });
		await own.getByLabel('Aantal groepen').fill(groups);
		await own.getByLabel('Aantal deelnemers').fill(people);
		await page.getByLabel('Waar komen deze aantallen vandaan?').selectOption('opgave_bibliotheek');
	};
	for (const page of [mine, hers]) await page.goto(`${FORM}?jaar=2018`);
	await fill(hers, '2', '12');
	await hers.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(hers.getByText('Vastgelegd: 1 cursus in 2018.')).toBeVisible();
	await fill(mine, '4', '30');
	await mine.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(mine.getByRole('alert')).toContainText('Eigen cursus: 2 groepen, 12 deelnemers');
	await expect(
		mine.getByRole('group', { name: 'Eigen cursus' }).getByLabel('Aantal groepen')
	).toHaveValue('4');
	await mine.getByRole('button', { name: 'Vastleggen' }).click();
	await expect(mine.getByText('Vastgelegd: 1 cursus in 2018.')).toBeVisible();
	await context.close();
});
