import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.0 to 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page as it is now, with its open dialogs and errors, breaks no rule that axe can check. */
export async function expectAccessible(page: Page): Promise<void> {
	// After a navigation the address is there before the styles are.
	await page.waitForLoadState('load');
	// Our pages have no frames, for which axe would open a page of its own; what it passes is not told.
	const { violations } = await new AxeBuilder({ page })
		.options({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] })
		.setLegacyMode()
		.analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		rule: `${id}: ${help}`,
		where: nodes.map((node) => node.target.join(' ')).slice(0, 5)
	}));
	expect(found).toEqual([]);
}

/**
 * From now on the page is what the server wrote, as without JavaScript; axe itself can still look
 * at it, which it cannot where the browser runs no script at all.
 */
export async function withoutScripts(page: Page): Promise<void> {
	await page.route('**/_app/**/*.js', (route) => route.abort());
}

/** A form with mistakes is answered with 400 and so on, which the console reports as well. */
const EXPECTED = /the server responded with a status of 4\d\d/;

/**
 * Everything that the browser complains about from now on: errors, and anything that the content
 * security policy kept from loading or running. Check that it stays empty.
 */
export function watchConsole(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		const text = message.text();
		const wrong = message.type() === 'error' || /Content Security Policy/i.test(text);
		if (wrong && !EXPECTED.test(text)) complaints.push(text);
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return complaints;
}

/**
 * Nothing sticks out beside the window; and on a phone no table of cards sticks out of its own box
 * either, where its last columns would be out of sight.
 */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(beyond).toBeLessThanOrEqual(0);
	const cut = await page
		.locator('.table-region:has(.card-table)')
		.evaluateAll((boxes) =>
			boxes
				.filter((box) => innerWidth < 480 && box.scrollWidth > box.clientWidth)
				.map((box) => box.querySelector('caption')?.textContent.trim())
		);
	expect(cut).toEqual([]);
}
