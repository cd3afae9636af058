import { expect, test, type Page } from '@playwright/test';
import { advisorOf, signInAs } from './sign-in-as.ts';

/** With its scripts: the journey presses keys that they answer. */
const openWhole = (page: Page, path: string) => page.goto(path, { waitUntil: 'networkidle' });

/** Lists with lines that lead somewhere: where they are, and the links of their lines. */
const LISTS = [
	{ list: 'what a search found', path: '/zoeken?zoek=bibliotheek', lines: 'main section li a' },
	{
		list: 'the libraries, filtered',
		path: '/bibliotheken?provincie=gelderland',
		lines: '#bibliotheken tbody th a'
	},
	{ list: 'the list beside the map', path: '/?provincie=utrecht', lines: '#lijst tbody th a' },
	{
		list: 'the white spots',
		path: '/dekking?provincie=noord-brabant',
		lines: '#gemeenten tbody th a'
	}
];

/** Opens a line with the keyboard, goes back, stands on that line, and opens it once more. */
async function openTwice(page: Page, path: string, lines: string): Promise<void> {
	await openWhole(page, path);
	const line = page.locator(lines).nth(4);
	const href = await line.getAttribute('href');
	await line.focus();
	await page.keyboard.press('Enter');
	const there = (url: URL) => url.pathname + url.search === href?.split('#')[0];
	await expect(page).toHaveURL(there);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	// Who comes by a link begins at the top of the page.
	await expect(page.locator('main a:focus')).toHaveCount(0);
	await page.goBack();
	await expect(page).toHaveURL((url) => url.pathname + url.search === path);
	await expect(line).toBeFocused();
	await expect(line).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(there);
}

test.describe('after going back one stands on the line that one left by @screen', () => {
	for (const { list, path, lines } of LISTS) {
		test(`in ${list}`, async ({ page }) => {
			await openTwice(page, path, lines);
		});
	}

	test('in the list of work, with its filter', async ({ page }) => {
		const path = '/mijn-bibliotheken?weergave=alles';
		await signInAs(page, advisorOf('rijnbrink'));
		await openTwice(page, path, 'main h3 a, main h2 a');
	});

	test('not after a reload, which begins at the top', async ({ page }) => {
		await openWhole(page, '/bibliotheken');
		await page.locator('#bibliotheken tbody th a').nth(4).focus();
		await page.reload({ waitUntil: 'networkidle' });
		await expect(page.locator('main a:focus')).toHaveCount(0);
	});
});
