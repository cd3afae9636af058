import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('an adviser takes the briefing of her province along, on paper and as a mail @screen', async ({
	page,
	request
}) => {
	const complaints = watchConsole(page);
	await page.goto('/provincies/limburg?peildatum=2021-12-31');
	await page.getByRole('link', { name: 'Briefing op één A4' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Briefing Limburg');
	await expect(page).toHaveURL('/provincies/limburg/briefing?peildatum=2021-12-31');
	const figures = page.getByRole('table', { name: 'Kerncijfers' });
	const locations = figures.getByRole('row', { name: /^Locaties/ }).getByRole('cell');
	const { locaties } = await (
		await request.get('/api/v1/stand?provincie=limburg&peildatum=2021-12-31')
	).json();
	await expect(locations.first()).toHaveText(String(locaties.open));
	await expect(page.getByRole('heading', { name: 'Witte vlekken' })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download als e-mail (.eml)' }).click();
	expect((await download).suggestedFilename()).toBe('briefing-limburg-2021-12-31.eml');
	expect(complaints).toEqual([]);
});

test('the mail is a message with text and HTML, in the language of the reader', async ({
	request
}) => {
	const answer = await request.get('/en/provincies/zeeland/briefing.eml?peildatum=2021-06-30');
	expect(answer.headers()['content-type']).toBe('message/rfc822');
	const mail = await answer.text();
	expect(mail).toContain('Content-Type: text/plain');
	expect(mail).toContain('Content-Type: text/html');
	expect(mail).toMatch(/Planned part: probably/);
	expect((await request.get('/provincies/holland/briefing.eml')).status()).toBe(404);
	expect((await request.get('/provincies/holland/briefing')).status()).toBe(404);
});

test('the briefing without JavaScript, on other dates, and with a date that cannot be @screen', async ({
	page
}) => {
	await withoutScripts(page);
	await page.goto('/en/provincies/fryslan/briefing?peildatum=2021-06-30&bekendOp=2021-07-15');
	await expect(page.getByRole('table', { name: 'Key figures' })).toBeVisible();
	await page.getByText('Kopieer met bron').or(page.getByText('Copy with source')).click();
	await expect(page.getByText('peildatum=2021-06-30&bekendOp=2021-07-15').first()).toBeVisible();
	await expectAccessible(page);
	await page.goto('/provincies/fryslan/briefing?peildatum=nooit');
	await expect(page.getByText('nooit')).toBeVisible();
	await expectNoSidewaysScroll(page);
});

test('the longest briefings print on one A4', async ({ page }) => {
	const sheets = async (address: string) => {
		await page.goto(address, { waitUntil: 'domcontentloaded' });
		const file = await page.pdf({ format: 'A4' });
		return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
	};
	expect(await sheets('/provincies/noord-holland/briefing')).toBe(1);
	expect(await sheets('/en/provincies/noord-holland/briefing?peildatum=2022-12-31')).toBe(1);
	const limburg = '/provincies/limburg/briefing?peildatum=2021-06-30&bekendOp=2021-06-30';
	expect(await sheets(limburg)).toBe(1);
});
