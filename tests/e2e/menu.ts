import type { Page } from '@playwright/test';

/**
 * Whether the menu has to be opened first. The width says so at once; what is visible does not, as long
 * as the styles of a page that was just opened are still on their way.
 */
export const hasMenuButton = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 768;

/** Chooses a question in the main menu, which on a phone has to be opened first. */
export async function chooseInMenu(page: Page, question: string): Promise<void> {
	const opens = page.getByRole('button', { name: 'Menu', exact: true });
	if (hasMenuButton(page)) await opens.click();
	await page
		.getByRole('navigation', { name: 'Hoofdmenu' })
		.getByRole('link', { name: question })
		.click();
}
