import { expect, test } from '@playwright/test';
import { signInAs } from './sign-in-as.ts';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('a programme manager sees which libraries nobody looks at, and sets when one is silent @screen', async ({
	page,
	request
}) => {
	const complaints = watchConsole(page);
	await signInAs(page, 'programmamanager@voorbeeld.nl');
	await page.goto('/voortgang');
	await page.getByRole('link', { name: /wanneer keek iemand voor het laatst/ }).click();
	await expect(page.getByRole('main')).toContainText('langer dan 8 weken niemand gekeken naar');
	const longest = page.getByRole('table', { name: 'Het langst niet bekeken' });
	const name = await longest.getByRole('rowheader').first().innerText();
	const csv = await (await request.get('/voortgang/laatst-bekeken/bibliotheken.csv')).text();
	expect(csv.split('\r\n')[1]).toContain(name);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: /de grens voor stil/ }).click();
	const weeks = page.getByLabel('Weken zonder dat iemand keek');
	await weeks.fill('acht');
	await page.getByRole('button', { name: 'Opslaan' }).click();
	await expect(page.getByText('Vul een heel getal in van 1 tot en met 52.').first()).toBeVisible();
	await expect(weeks).toHaveValue('acht');
	await weeks.fill('8');
	await page.getByRole('button', { name: 'Opslaan' }).click();
	await expect(page.getByRole('status')).toContainText('De grens staat op 8 weken.');
	await expect(page.getByRole('table', { name: 'Per adviseur' })).toContainText('Rijnbrink');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	expect(complaints).toEqual([]);
});

test('how up to date the data are, without JavaScript and in a part of the country; the limit is not for advisers @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await page.goto('/en/voortgang/laatst-bekeken?provincie=zeeland&status=gerealiseerd');
	await expect(page.getByRole('table', { name: 'Left alone longest' })).toContainText('ZB');
	await expect(page.getByText('The filter on status does not apply')).toBeVisible();
	await expectAccessible(page);
	await expect(page.getByRole('link', { name: /the limit for silent/ })).toHaveCount(0);
	await signInAs(page, 'adviseur.rijnbrink@voorbeeld.nl');
	expect((await page.goto('/beheer/bijhouden'))?.status()).toBe(403);
});
