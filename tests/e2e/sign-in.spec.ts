import { expect, test } from '@playwright/test';
import { expectAccessible, watchConsole } from './checks.ts';
import { advisorOf, fillSignIn, signInAs } from './sign-in-as.ts';

const advisor = advisorOf('rijnbrink');

const words = {
	nl: {
		prefix: '',
		signIn: 'Inloggen',
		signOut: 'Uitloggen',
		wrong: /horen niet bij elkaar/,
		summary: 'Er is 1 fout. Pas dit aan:',
		signedOut: 'U bent uitgelogd.'
	},
	en: {
		prefix: '/en',
		signIn: 'Sign in',
		signOut: 'Sign out',
		wrong: /do not match/,
		summary: /1 error|one error/i,
		signedOut: 'You have signed out.'
	}
};

for (const javaScriptEnabled of [true, false]) {
	for (const [locale, text] of Object.entries(words)) {
		test.describe(`signing in, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
			test.use({ javaScriptEnabled });

			test('works after a mistake, which keeps what was typed, and ends by signing out', async ({
				page
			}) => {
				const complaints = watchConsole(page);
				await page.goto(`${text.prefix}/`);
				await page.getByRole('banner').getByRole('link', { name: text.signIn }).click();
				await expect(page.getByRole('heading', { level: 1, name: text.signIn })).toBeVisible();

				await fillSignIn(page, advisor, 'niet-het-goede');
				await expect(page.getByRole('alert').getByText(text.summary)).toBeVisible();
				await expect(page.getByRole('alert').getByRole('link', { name: text.wrong })).toBeVisible();
				await expect(page.locator('#password-error')).toHaveText(text.wrong);
				await expect(page.locator('#email')).toHaveValue(advisor);
				// The answer never carries a password; only the page that stays open still has it.
				if (!javaScriptEnabled) await expect(page.locator('#password')).toHaveValue('');

				await fillSignIn(page, advisor);
				const banner = page.getByRole('banner');
				await expect(banner.getByRole('link', { name: /Adviseur Rijnbrink/ })).toBeVisible();
				await expect(page).toHaveURL((url) => url.pathname === `${text.prefix}/mijn-bibliotheken`);

				await banner.getByRole('button', { name: text.signOut }).click();
				await expect(page.getByText(text.signedOut)).toBeVisible();
				await expect(banner.getByRole('link', { name: text.signIn })).toBeVisible();
				expect(complaints).toEqual([]);
			});
		});
	}
}

test('an empty form says what is missing, and the summary takes focus each time', async ({
	page
}) => {
	await page.goto('/inloggen');
	await expectAccessible(page);
	await fillSignIn(page, '', '');
	const summary = page.getByRole('alert');
	await expect(summary).toBeFocused();
	await expect(summary.getByRole('link')).toHaveText([
		'Vul uw e-mailadres in.',
		'Vul uw wachtwoord in.'
	]);
	await expectAccessible(page);
	await summary.getByRole('link', { name: 'Vul uw wachtwoord in.' }).click();
	await expect(page.locator('#password')).toBeFocused();
	await fillSignIn(page, 'geen-adres', '');
	await expect(summary.getByRole('link').first()).toHaveText(/zoals naam@voorbeeld.nl/);
	await expect(summary).toBeFocused();
});

test('a page for users leads through the sign-in page and back', async ({ page }) => {
	await page.goto('/account');
	await expect(page).toHaveURL(/\/inloggen\?terug=%2Faccount$/);
	await expect(page.getByText('Log in om verder te gaan.')).toBeVisible();
	await fillSignIn(page, advisor);
	await expect(page.getByRole('heading', { level: 1, name: 'Uw account' })).toBeVisible();
	await expectAccessible(page);
});

for (const target of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
	test(`signing in never leads to ${target}`, async ({ page, baseURL }) => {
		await page.goto(`/inloggen?${new URLSearchParams({ terug: target })}`);
		await fillSignIn(page, advisor);
		await expect(page.getByRole('banner').getByRole('button', { name: 'Uitloggen' })).toBeVisible();
		expect(new URL(page.url()).origin).toBe(baseURL);
	});
}

test('a session on another device can be ended', async ({ page, browser }) => {
	const elsewhere = await browser.newContext();
	const other = await elsewhere.newPage();
	await signInAs(other, advisorOf('zb'), '/account');
	await signInAs(page, advisorOf('zb'), '/account');
	// Journeys beside this one are signed in with the same account: only this device is meant.
	const session = await other
		.locator('tr', { hasText: 'dit apparaat' })
		.locator('input[name=session]')
		.inputValue();
	await page
		.locator('tr', { has: page.locator(`input[value="${session}"]`) })
		.getByRole('button', { name: 'Log uit' })
		.click();
	await expect(page.getByRole('status')).toHaveText(/Dat apparaat is uitgelogd/);
	await other.goto('/account');
	await expect(other).toHaveURL(/\/inloggen/);
	await elsewhere.close();
});
