import { expect, test, type Page } from '@playwright/test';
import {
	expectAccessible,
	expectNoSidewaysScroll,
	watchConsole,
	withoutScripts
} from './checks.ts';
import { ADMIN, advisorOf, fillSignIn, PROGRAMME_MANAGER } from './sign-in-as.ts';

const SHEET = '/bibliotheken/bibliotheek-achterhoekse-poort/bijwerken';
const POINT = '/informatiepunten/425/bijwerken';

interface State {
	path: string;
	/** What is done there before looking: a form that is sent as it is, so that its errors show. */
	send?: string;
}

/** Every page of signing in and updating, with its forms open and its errors shown. */
const STATES: Record<string, { email: string | null; states: State[] }> = {
	visitor: {
		email: null,
		states: [{ path: '/inloggen' }, { path: '/inloggen', send: 'form:has(#password) button' }]
	},
	adviser: {
		email: advisorOf('rijnbrink'),
		states: [
			{ path: '/account' },
			{ path: '/mijn-bibliotheken' },
			{ path: '/mijn-bibliotheken/bord' },
			{
				path: `${SHEET}?mijlpaal=borging&actie=pauzeren`,
				send: '#formulier button[type="submit"]'
			},
			{ path: `${SHEET}/locatie-toevoegen`, send: 'form[novalidate] button[type="submit"]' },
			{ path: `${POINT}?mijlpaal=opening&actie=gereed` }
		]
	},
	'programme manager': {
		email: PROGRAMME_MANAGER,
		states: [
			{ path: '/mijn-bibliotheken?toon=alles' },
			{ path: '/beheer/redenen' },
			{ path: '/mijn-bibliotheken?toon=stil' },
			{ path: '/beheer/bijhouden' },
			{ path: '/beheer/redenen/lockdown' },
			{ path: '/beheer/redenen/nieuw', send: 'main form button[type="submit"]' }
		]
	},
	administrator: {
		email: ADMIN,
		states: [
			{ path: '/beheer/gebruikers' },
			{ path: '/beheer/gebruikers/demo:rijnbrink' },
			{ path: '/beheer/gebruikers/nieuw', send: 'main form button[type="submit"]' }
		]
	}
};

for (const { prefix, scripts } of [
	{ prefix: '', scripts: true },
	{ prefix: '/en', scripts: false }
]) {
	for (const [who, { email, states }] of Object.entries(STATES)) {
		const how = `${prefix ? 'English' : 'Dutch'}, ${scripts ? 'with' : 'without'} scripts`;
		test(`pages of the ${who} are accessible and fit the window (${how}) @screen`, async ({
			page
		}) => {
			// Many states, each looked at whole.
			test.setTimeout(240_000);
			if (!scripts) await withoutScripts(page);
			const complaints = scripts ? watchConsole(page) : [];
			if (email) {
				await page.goto('/inloggen?terug=%2Faccount');
				await fillSignIn(page, email);
				await expect(page).toHaveURL(({ pathname }) => pathname === '/account');
			}
			for (const { path, send } of states) {
				await test.step(path, async () => {
					const response = await page.goto(prefix + path);
					expect(response?.status()).toBe(200);
					if (send) {
						await page.locator(send).first().click();
						await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible();
					}
					await expectAccessible(page);
					await expectNoSidewaysScroll(page);
				});
			}
			expect(complaints).toEqual([]);
		});
	}
}

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		const there = await page.evaluate(
			(wanted) => document.activeElement?.matches(wanted) ?? false,
			selector
		);
		if (there) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`${selector} was not reached with Tab`);
}

test('a step is replanned and put back with the keyboard alone', async ({ page }, { project }) => {
	// One step for each size of screen, because both run at once.
	const milestone = project.name === 'phone' ? 'gids' : 'opening';
	await page.goto(`/inloggen?${new URLSearchParams({ terug: POINT })}`);
	await fillSignIn(page, advisorOf('rijnbrink'));
	const row = page.locator(`#mijlpaal-${milestone}`);
	await expect(row).toBeVisible();
	const before = await row.locator('dl').innerText();

	await row.locator('h3').evaluate((node) => {
		node.tabIndex = -1;
		node.focus();
	});
	await tabTo(page, 'a[href*="actie=plannen"]');
	await page.keyboard.press('Enter');
	await expect(page.locator('#formulier-titel')).toBeFocused();
	await tabTo(page, '#targetOn');
	// Tab selects what stands in the field, so that typing replaces it.
	await page.keyboard.type('5 mei 2022');
	await tabTo(page, '#reason');
	await page.keyboard.press('ArrowDown');
	await tabTo(page, '#formulier button.utrecht-button--primary-action');
	await page.keyboard.press('Enter');

	const recorded = page.getByRole('status').filter({ hasText: 'Vastgelegd.' });
	await expect(recorded).toContainText('naar 5 mei 2022');
	await expect(page.locator('.recorded')).toBeFocused();
	await tabTo(page, '.recorded form button');
	await page.keyboard.press('Enter');
	await expect(recorded).toContainText('ongedaan');
	await expect(row.locator('dl')).toHaveText(before, { useInnerText: true });
});
