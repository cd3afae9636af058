import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, watchConsole, withoutScripts } from './checks.ts';
import {
	ADMIN,
	advisorOf,
	fillSignIn,
	PROGRAMME_MANAGER,
	signInAs,
	STAKEHOLDER
} from './sign-in-as.ts';

/** A library of Rijnbrink, and its last step, which nobody has recorded as done. */
const SHEET = '/bibliotheken/bibliotheek-achterhoekse-poort/bijwerken';
const REPLAN = `${SHEET}?mijlpaal=borging&actie=herplannen`;
const NOTE = 'De regiegroep vergadert later: “pas in mei”.';
const adviser = advisorOf('rijnbrink');

async function fillReplan(page: Page): Promise<void> {
	await page.locator('#targetOn').fill('2022-05-09');
	await page.locator('#reason').selectOption('bezetting');
	await page.locator('#note').fill(NOTE);
	await page.locator('input[name=noteVisibility]').check();
}

async function expectReplan(page: Page): Promise<void> {
	await expect(page.locator('#targetOn')).toHaveValue('2022-05-09');
	await expect(page.locator('#reason')).toHaveValue('bezetting');
	await expect(page.locator('#note')).toHaveValue(NOTE);
	await expect(page.locator('input[name=noteVisibility]')).toBeChecked();
}

const send = (page: Page) => page.locator('#formulier button[type="submit"]').first().click();

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a session that ends halfway a form costs nothing that was typed', async ({
			page,
			context
		}) => {
			const complaints = watchConsole(page);
			await signInAs(page, adviser, REPLAN);
			await fillReplan(page);
			await context.clearCookies();
			await send(page);
			await expect(page).toHaveURL(/\/inloggen\?terug=/);
			await fillSignIn(page, adviser);
			await expect(page.getByText('U was niet meer ingelogd.')).toBeVisible();
			await expectReplan(page);
			if (javaScriptEnabled) await expectAccessible(page);

			// Somebody else at this browser does not find it: it is for its page, with the right to write.
			const address = page.url();
			await page.goto(SHEET);
			await expect(page.locator('#formulier')).toHaveCount(0);
			await page.goto(address);
			await expectReplan(page);
			expect(complaints).toEqual([]);
		});

		test('adding a location survives the end of the session too', async ({ page, context }) => {
			await signInAs(page, adviser, `${SHEET}/locatie-toevoegen`);
			await page.locator('#name').fill('Proef opnieuw inloggen');
			await page.locator('#town').fill('Aalten');
			await context.clearCookies();
			await page.locator('form[novalidate] button[type="submit"]').click();
			await fillSignIn(page, adviser);
			await expect(page.locator('#name')).toHaveValue('Proef opnieuw inloggen');
			await expect(page.locator('#town')).toHaveValue('Aalten');
		});

		test('every error of a form is told at once, beside its field and in the summary', async ({
			page
		}) => {
			await signInAs(page, adviser, `${SHEET}/locatie-toevoegen`);
			await page.locator('#name').fill('Bibliotheek Aalten');
			await page.locator('#locationType').selectOption('vestiging');
			await page.locator('#hostName').fill('Gemeentehuis');
			await page.locator('#targetOn').fill('1-6-2020');
			await page.locator('form[novalidate] button[type="submit"]').click();
			await expect(page.getByRole('alert').getByRole('link')).toHaveText([
				/^Deze bibliotheek heeft al een locatie/,
				'Vul de plaats in.',
				'Kies een gemeente.',
				/^Een gastorganisatie hoort alleen bij een locatie buiten/,
				/^De geplande opening is al geweest/
			]);
			await expect(page.locator('#hostName')).toHaveValue('Gemeentehuis');
			for (const field of ['name', 'town', 'municipalityCode', 'hostName', 'agreedOn']) {
				await expect(page.locator(`#${field}-error`)).toBeVisible();
			}
		});
	});
}

test('a day that is none and a reason that is missing are told together', async ({
	page,
	baseURL
}) => {
	await signInAs(page, adviser);
	const answer = await page.request.post(`${SHEET}?/plan`, {
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		form: { milestone: 'borging', targetOn: '31-2-2022', note: NOTE }
	});
	// Another newest entry than the form's is told when the form itself is right.
	expect(answer.status()).toBe(400);
	await page.setContent(await answer.text());
	await expect(page.locator('#targetOn-error')).toHaveText(/bestaande datum/);
	await expect(page.locator('#reason-error')).toHaveText('Kies een reden.');
	await expect(page.locator('#targetOn')).toHaveValue('31-2-2022');
	await expect(page.locator('#note')).toHaveValue(NOTE);
});

test('a form of another day says so beside everything else that is wrong', async ({
	page,
	baseURL
}) => {
	await signInAs(page, adviser);
	const answer = await page.request.post(`${SHEET}?/plan`, {
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		form: {
			...{ milestone: 'borging', targetOn: 'zondag 1 maart 2022' },
			...{ madeOn: '30 jan 2022', effectiveOn: '30 jan 2022' }
		}
	});
	expect(answer.status()).toBe(400);
	await page.setContent(await answer.text());
	await expect(page.getByRole('alert').getByRole('link')).toHaveText([
		'1 maart 2022 is een dinsdag. Verbeter de datum of de dag van de week.',
		'Kies een reden.',
		/^Dit formulier is van een eerdere dag/
	]);
});

/** What the product answers when something in it goes wrong. Where there is no answer a form waits: own-pages.spec.ts. */
const FAILURE = { status: 500, json: { type: 'error', error: { message: 'x' } } };

test('the form stays as it is when the server fails, and can be sent again', async ({ page }) => {
	await signInAs(page, adviser, REPLAN);
	await fillReplan(page);
	await page.route('**/bijwerken?/plan', (route) => route.fulfill(FAILURE));
	await send(page);
	const trouble = page.getByRole('alert').filter({ hasText: 'We weten niet of dit is vastgelegd' });
	await expect(trouble).toBeVisible();
	await expectReplan(page);
	await expectAccessible(page);
	await page.unroute('**/bijwerken?/plan');
	await page.locator('#targetOn').fill('');
	await send(page);
	await expect(trouble).toHaveCount(0);
	await expect(page.getByRole('alert')).toContainText('Vul een datum in.');
	await expect(page.locator('#note')).toHaveValue(NOTE);
});

test('the form waits when the database is away, and can be taken back', async ({ page }) => {
	await signInAs(page, adviser, REPLAN);
	await fillReplan(page);
	const away = { status: 503, contentType: 'text/html', body: '<h1>503</h1>' };
	await page.route('**/bijwerken?/plan', (route) => route.fulfill(away));
	await send(page);
	const waiting = page.getByRole('heading', { name: '1 antwoord wacht op verzending' });
	await expect(waiting).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: /^Niet verzenden/ }).click();
	await expect(waiting).toHaveCount(0);
});

test('a form that was not sent keeps what was typed when a colleague records something', async ({
	page,
	browser,
	isMobile
}) => {
	await signInAs(page, adviser, REPLAN);
	await fillReplan(page);
	await page.route('**/bijwerken?/plan', (route) => route.fulfill(FAILURE));
	await send(page);
	await expect(page.getByRole('alert')).toContainText('We weten niet of dit is vastgelegd');
	const colleague = await (await browser.newContext()).newPage();
	const library = isMobile ? 'bibliotheek-rivierenland' : 'bibliotheek-veluwezoom';
	await signInAs(colleague, PROGRAMME_MANAGER, `/bibliotheken/${library}/bijwerken`);
	await colleague.getByRole('button', { name: 'Klopt nog' }).click();
	const undo = colleague.getByRole('button', {
		name: /^Ongedaan maken ?: nagekeken op 31 januari/
	});
	await expect(undo.last()).toBeVisible();
	await expect(page.getByText('Er zijn nieuwe gegevens.')).toBeVisible();
	await expectReplan(page);
	// Who says so twice on a day changes nothing, so the next run of this test needs it undone.
	await undo.last().click();
	await expect(undo).toHaveCount(0);
	await colleague.context().close();
});

test('what was typed outlives another form, a reload and another page, until it is cleared', async ({
	page
}) => {
	await signInAs(page, adviser, REPLAN);
	await fillReplan(page);
	const back = page.getByText('Wat u eerder hebt ingevuld, staat er weer.');
	await page.goto(`${SHEET}?mijlpaal=borging&actie=pauzeren`);
	await expect(page.locator('#note')).toHaveValue('');
	await page.goBack();
	await expect(back).toBeVisible();
	await expectReplan(page);
	await page.reload();
	await expect(back).toBeVisible();
	await expectReplan(page);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Wis wat ik had ingevuld' }).click();
	await expect(page.locator('#note')).toHaveValue('');
	await page.reload();
	await expect(page.locator('#note')).toHaveValue('');
	await expect(back).toHaveCount(0);

	// Whoever sits at this tab next does not find it.
	await fillReplan(page);
	await page.waitForLoadState('networkidle');
	// Nor does she before the page that says so has its scripts, which may never come.
	await withoutScripts(page);
	await page.getByRole('banner').getByRole('button', { name: 'Uitloggen' }).click();
	await expect(page.getByText('U bent uitgelogd.')).toBeVisible();
	const kept = () =>
		page.evaluate(() => Object.keys(sessionStorage).filter((key) => /typed/.test(key)).length);
	expect(await kept()).toBe(0);
	await page.unroute('**/_app/**/*.js');
	await signInAs(page, adviser, REPLAN);
	await expect(page.locator('#note')).toHaveValue('');
});

test('a note that is too long is told, and kept whole', async ({ page }) => {
	await signInAs(page, adviser, REPLAN);
	await fillReplan(page);
	const long = 'De huur wacht op de gemeente. '.repeat(170);
	await page.locator('#note').fill(long);
	await send(page);
	await expect(page.locator('#note-error')).toHaveText(/niet langer zijn dan 2000 tekens/);
	await expect(page.locator('#note')).toHaveValue(long);
});

test('a button that works at once waits when the network is away', async ({ page }) => {
	await signInAs(page, adviser, SHEET);
	await page.route('**/bijwerken?/confirm', (route) => route.abort('failed'));
	await page.getByRole('button', { name: 'Klopt nog' }).click();
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();
	await expect(page.locator('#mijlpalen')).toBeVisible();
	await page.getByRole('button', { name: /^Niet verzenden/ }).click();
	await expect(page.getByRole('button', { name: /^Niet verzenden/ })).toHaveCount(0);
});

test('a button that was used before the browser had opened what it keeps waits as well', async ({
	page
}) => {
	let open: () => void = () => undefined;
	const opening = new Promise<void>((resolve) => (open = resolve));
	await page.route('**/mijn-bibliotheken/sleutel', async (route) => {
		await opening;
		await route.continue();
	});
	await signInAs(page, adviser, SHEET);
	await page.route('**/bijwerken?/confirm', (route) => route.abort('failed'));
	const failed = page.waitForEvent('requestfailed');
	await page.getByRole('button', { name: 'Klopt nog' }).click();
	await failed;
	open();
	await expect(page.getByRole('heading', { name: '1 antwoord wacht op verzending' })).toBeVisible();
	await page.getByRole('button', { name: /^Niet verzenden/ }).click();
	await expect(page.getByRole('button', { name: /^Niet verzenden/ })).toHaveCount(0);
});

test('a link without a connection leaves the page as it is, and says so', async ({
	page,
	context
}) => {
	await signInAs(page, adviser, REPLAN);
	await fillReplan(page);
	await context.setOffline(true);
	await page.getByRole('contentinfo').getByRole('link', { name: 'Dekking' }).click();
	await expect(page.getByRole('alert')).toContainText('U hebt geen verbinding');
	await expectReplan(page);
	await context.setOffline(false);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.getByRole('contentinfo').getByRole('link', { name: 'Dekking' }).click();
	await expect(page).toHaveURL(/\/dekking/);
});

test('the mark of a chosen radio button can be seen', async ({ page }) => {
	await signInAs(page, adviser, `${SHEET}?mijlpaal=borging&actie=gereed`);
	await page.locator('#formulier summary').click();
	const [first, second] = [
		page.locator('input[type=radio]').nth(0),
		page.locator('input[type=radio]').nth(1)
	];
	await expect(first).toBeChecked();
	const [chosen, other] = [await first.screenshot(), await second.screenshot()];
	expect(chosen.equals(other)).toBe(false);
	await second.check();
	await page.locator('#formulier h3').click();
	expect((await first.screenshot()).equals(chosen)).toBe(false);
});

test('an address that asks for what cannot be done says so', async ({ page }) => {
	await signInAs(page, adviser, `${SHEET}?mijlpaal=borging&actie=onzin`);
	await expect(page.getByText('Wat dit adres vraagt, kan hier niet')).toBeVisible();
	await expect(page.locator('#formulier')).toHaveCount(0);
});

for (const [who, email, sentence] of [
	['of another POI', advisorOf('cubiss'), /valt onder een andere POI/],
	['a stakeholder', STAKEHOLDER, /kunt u niets wijzigen bij bibliotheken/],
	['an administrator', ADMIN, /kunt u niets wijzigen bij bibliotheken/]
] as const) {
	test(`somebody who may not write (${who}) is refused with a sentence, whatever she sends`, async ({
		page,
		baseURL
	}) => {
		await signInAs(page, email);
		for (const path of [
			...[SHEET, `${SHEET}/locatie-toevoegen`, '/informatiepunten/425/bijwerken'],
			'/informatiepunten/425/bijwerken/openingstijden',
			'/informatiepunten/425/bijwerken/gegevens'
		]) {
			const response = await page.goto(path);
			expect(response?.status(), path).toBe(403);
			await expect(page.getByText(sentence)).toBeVisible();
		}
		await expectAccessible(page);
		const acts = [
			'achieve',
			'plan',
			'hold',
			'resume',
			'not_applicable',
			'correct',
			'undo',
			'confirm'
		];
		for (const act of acts) {
			const answer = await page.request.post(`${SHEET}?/${act}`, {
				headers: { origin: baseURL ?? '', accept: 'text/html' },
				form: { milestone: 'borging', effectiveOn: '2022-01-31', event: '1' }
			});
			expect(answer.status(), act).toBe(403);
		}
		const own = ['openingstijden?/week', 'openingstijden?/exception', 'openingstijden?/undo'];
		for (const act of [...own, 'gegevens?/details', 'gegevens?/seat', 'gegevens?/undo']) {
			const path = `/informatiepunten/425/bijwerken/${act}`;
			const answer = await page.request.post(path, {
				headers: { origin: baseURL ?? '', accept: 'text/html' },
				form: { day1: '9-17', validFrom: '2022-01-31', entry: '1' }
			});
			expect(answer.status(), act).toBe(403);
		}
		const week = await page.request.post('/mijn-bibliotheken?/record', {
			headers: { origin: baseURL ?? '', accept: 'text/html' },
			form: Object.fromEntries(
				Array.from({ length: 9 }, (_, index) => [`answer.b${index + 1}-record`, 'confirm'])
			)
		});
		expect(week.status()).toBe(403);
	});
}

test('nobody who is not signed in gets further than the sign-in page with what is about a location', async ({
	request,
	baseURL
}) => {
	const point = '/informatiepunten/425/bijwerken';
	const forms = ['details', 'seat', 'undo'].map((act) => `${point}/gegevens?/${act}`);
	const hours = ['week', 'exception', 'undo'].map((act) => `${point}/openingstijden?/${act}`);
	for (const path of [...forms, ...hours]) {
		const answer = await request.post(path, {
			headers: { origin: baseURL ?? '', accept: 'text/html' },
			form: { name: 'Anders', was: '{}', day1: '9-17', validFrom: '2022-01-31', entry: '1' },
			maxRedirects: 0
		});
		expect(answer.status(), path).toBe(303);
		expect(answer.headers().location, path).toMatch(/^\/inloggen\?/);
	}
	for (const path of [`${point}/gegevens`, `${point}/openingstijden`]) {
		expect((await request.get(path, { maxRedirects: 0 })).headers().location).toMatch(
			/^\/inloggen\?/
		);
	}
});
