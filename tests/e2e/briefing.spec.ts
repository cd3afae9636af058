import { expect, test } from '@playwright/test';
import { PROVINCE_SLUGS } from '#lib/view/province-slugs.ts';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('an adviser takes the briefing of her province along, on paper and as a mail', async ({
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
	expect(mail).toMatch(/All open: likely/);
	expect((await request.get('/provincies/holland/briefing.eml')).status()).toBe(404);
	expect((await request.get('/provincies/holland/briefing')).status()).toBe(404);
});

test('the briefing without JavaScript, on other dates, and with a date that cannot be', async ({
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

test('every province prints on one A4', async ({ page }) => {
	test.setTimeout(120_000);
	const sheets: Record<string, number> = {};
	for (const slug of PROVINCE_SLUGS) {
		await page.goto(`/provincies/${slug}/briefing`, { waitUntil: 'domcontentloaded' });
		const file = await page.pdf({ format: 'A4' });
		sheets[slug] = file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	}
	expect(sheets).toEqual(Object.fromEntries(PROVINCE_SLUGS.map((slug) => [slug, 1])));
});
