import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { parseAtomFeed } from 'feedsmith';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('somebody finds the calendar and the news of her province, and her programs can read them @screen', async ({
	page,
	request
}) => {
	const complaints = watchConsole(page);
	await page.goto('/provincies/limburg');
	const head = page.locator('link[rel="alternate"][type="application/atom+xml"]');
	await expect(head).toHaveAttribute('href', '/nieuws.atom?provincie=limburg');
	await page
		.getByRole('contentinfo')
		.getByRole('link', { name: 'Volgen: agenda en nieuws' })
		.click();
	await expect(page).toHaveTitle(/^Volgen: agenda en nieuws/);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	const calendar = page.getByRole('link', { name: /^Agenda ?: Limburg$/ });
	const answer = await request.get((await calendar.getAttribute('href'))!);
	expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
	const root = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
	expect(root.getFirstPropertyValue('x-wr-calname')).toContain('Limburg');
	expect(root.getAllSubcomponents('vevent').length).toBeGreaterThan(3);

	const news = page.getByRole('link', { name: /^Nieuws ?: Cubiss$/ });
	const feed = await request.get((await news.getAttribute('href'))!);
	expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
	const { title, entries, links } = parseAtomFeed(await feed.text());
	expect(title?.value).toContain('Cubiss');
	expect(entries).toHaveLength(50);
	const older = links!.find(({ rel }) => rel === 'next')!.href!;
	const next = parseAtomFeed(await (await request.get(older)).text());
	expect(next.entries![0]!.id).not.toBe(entries![0]!.id);
	// Who has it already is told no more than that.
	await expect(async () => {
		// Another journey may record something in between: then it is news again.
		const etag = (await request.get(feed.url())).headers().etag!;
		const again = await request.get(feed.url(), { headers: { 'if-none-match': etag } });
		expect([again.status(), await again.text()]).toEqual([304, '']);
	}).toPass();
	expect(complaints).toEqual([]);
});

test('without JavaScript, and of one library', async ({ page, request }) => {
	await withoutScripts(page);
	await page.goto('/en/bibliotheken/bibliotheek-venlo');
	const news = page.getByRole('link', { name: /^News \(Atom\) ?: Bibliotheek Venlo$/ });
	const feed = await request.get((await news.getAttribute('href'))!);
	expect(parseAtomFeed(await feed.text()).title?.value).toMatch(
		/^News about .*: Bibliotheek Venlo$/
	);
	expect((await request.get('/bibliotheken/bestaat-niet/nieuws.atom')).status()).toBe(404);
	await page.goto('/en/volgen');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Follow: calendar and news');
	await expectAccessible(page);
});

test('the research bureau takes the new locations of a quarter, as counted then and now @screen', async ({
	page,
	request
}) => {
	const complaints = watchConsole(page);
	await page.goto('/volgen');
	await page.getByRole('main').getByRole('link', { name: 'Nieuwe locaties per kwartaal' }).click();
	await expect(page).toHaveTitle(/^Nieuwe locaties, 4e kwartaal 2021/);
	const rows = page.getByRole('table').getByRole('row');
	const now = await rows.count();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const csvHref = await page.getByRole('link', { name: /^Download CSV/ }).getAttribute('href');
	const csv = await (await request.get(csvHref!)).text();
	expect(csv.trim().split('\r\n')).toHaveLength(now);
	await page.getByRole('link', { name: 'Toon de lijst zoals bekend op 31 december 2021' }).click();
	await expect(page).toHaveURL(/bekendOp=2021-12-31/);
	await expect.poll(() => rows.count()).toBeLessThan(now);
	await page.getByRole('link', { name: 'Toon de lijst zoals nu bekend' }).click();
	await page.getByLabel('Kwartaal', { exact: true }).selectOption({ label: '1e kwartaal 2019' });
	await page.getByRole('button', { name: 'Toon' }).first().click();
	await expect(page).toHaveURL(/kwartaal=2019-k1/);
	await expect(page.getByRole('main')).toContainText('1e kwartaal 2019');
	await expectAccessible(page);
	expect(complaints).toEqual([]);
});
