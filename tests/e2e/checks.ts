import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.0 to 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with the rule and the elements that break it. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		rule: `${id}: ${help}`,
		where: nodes.map((node) => node.target.join(' ')).slice(0, 5)
	}));
	expect(found).toEqual([]);
}

/** Collects errors and policy messages of the browser's console; check that it stays empty. */
export function watchConsole(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		const text = message.text();
		if (message.type() === 'error' || /Content Security Policy/i.test(text)) complaints.push(text);
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return complaints;
}

/** True when nothing sticks out beside the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(beyond).toBeLessThanOrEqual(0);
}
