import { expect, type Page } from '@playwright/test';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';

export const PROGRAMME_MANAGER = 'programmamanager@voorbeeld.nl';
export const STAKEHOLDER = 'belanghebbende@voorbeeld.nl';
export const ADMIN = 'beheerder@voorbeeld.nl';

/** The adviser of the POI with this slug. */
export function advisorOf(supportInstitute: string): string {
	const account = DEMO_ACCOUNTS.find((one) => one.supportInstitute === supportInstitute);
	if (!account) throw new Error(`no adviser of ${supportInstitute}`);
	return account.email;
}

/** Fills in the sign-in form that is open, in either language, and sends it. */
export async function fillSignIn(page: Page, email: string, password = DEMO_PASSWORD) {
	await page.locator('#email').fill(email);
	await page.locator('#password').fill(password);
	await page.locator('form:has(#password) button').click();
}

/** Signs in and comes to `path`. */
export async function signInAs(page: Page, email: string, path = '/', password = DEMO_PASSWORD) {
	await page.goto(`/inloggen?${new URLSearchParams({ terug: path })}`);
	await fillSignIn(page, email, password);
	await expect(page).toHaveURL((url) => url.pathname + url.search === path);
}
