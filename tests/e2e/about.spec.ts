import { expect, test } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';

test('the pages about the site are found from the footer, in both languages @screen', async ({
	page
}) => {
	const complaints = watchConsole(page);
	await page.goto('/');
	for (const name of ['Over deze site', 'Privacy en cookies', 'Data en downloads']) {
		await page.getByRole('contentinfo').getByRole('link', { name }).click();
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	}
	expect(complaints).toEqual([]);
});

test('without scripts everything that can be taken along is there', async ({ page }) => {
	await withoutScripts(page);
	await page.goto('/en/data');
	const links = await page
		.getByRole('main')
		.getByRole('link', { name: /^\/api\/v1\// })
		.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
	expect(links.length).toBeGreaterThan(14);
	const quick = links.filter((href) => !/prognose|voortgang/.test(href));
	const answers = await Promise.all(quick.map((href) => page.request.get(href)));
	expect(answers.filter((answer) => !answer.ok()).map((answer) => answer.url())).toEqual([]);
});

test('every page says in its title and description what it holds', async ({ request }) => {
	const map = await (await request.get('/sitemap.xml')).text();
	const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
		([, at = '']) => new URL(at).pathname
	);
	const titles = new Map<string, string>();
	for (const path of paths) {
		const html = await (await request.get(path)).text();
		const title = /<title>(.+?)<\/title>/.exec(html)?.[1] ?? '';
		expect(titles.get(title), `${path} has a title of its own`).toBeUndefined();
		titles.set(title, path);
		expect(html, `${path} has a description`).toMatch(
			/<meta name="description" content="[^"]{30,}"/
		);
	}
});
