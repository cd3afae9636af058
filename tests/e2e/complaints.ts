import type { Page } from '@playwright/test';

/** A form with mistakes is answered with 400 and so on, which the console reports as well. */
const EXPECTED = /the server responded with a status of 4\d\d/;

/**
 * Everything that the browser complains about from now on: errors, and anything that the content
 * security policy kept from loading or running.
 */
export function collectComplaints(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' && !EXPECTED.test(message.text()))
			complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return complaints;
}
