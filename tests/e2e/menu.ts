import type { Page } from '@playwright/test';

/** Chooses a question in the main menu, which on a phone has to be opened first. */
export async function chooseInMenu(page: Page, question: string): Promise<void> {
	const opens = page.getByRole('button', { name: 'Menu', exact: true });
	if (await opens.isVisible()) await opens.click();
	await page
		.getByRole('navigation', { name: 'Hoofdmenu' })
		.getByRole('link', { name: question })
		.click();
}
