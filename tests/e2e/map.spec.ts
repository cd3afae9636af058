import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watchConsole } from './checks.ts';

const sentence = '#sentence';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the programme manager sees where the rollout stands, what waits and what is white', async ({
			page
		}) => {
			await page.goto('/');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'De uitrol op 31 januari 2022'
			);
			await expect(page.locator(sentence)).toContainText('Vandaag, 31 januari 2022, zijn er');
			await expect(page.getByRole('heading', { name: /^Nog niet open: \d+/ })).toBeVisible();
			await page.locator('.areas').getByRole('link', { name: 'Planning verlopen' }).click();
			await expect(page).toHaveURL(/status=planning-verlopen/);
			// The status selects places; the figures stay those of all.
			await expect(page.locator('#selection')).toContainText(
				'U koos de status ‘Planning verlopen’'
			);
			await expect(page.locator('.figures')).toContainText(/\d+\s*van 345/);
			const list = page.locator('#list');
			await expect(list.locator('tbody tr').first()).toContainText('Planning verlopen');
			await expect(page.getByText('status Planning verlopen', { exact: true })).toBeVisible();
			await page.getByRole('link', { name: /^Verwijder ?: status Planning verlopen/ }).click();
			await expect(page).not.toHaveURL(/status=/);
			await page.getByRole('link', { name: 'Bibliotheekorganisaties', exact: true }).click();
			await expect(page).toHaveURL(/weergave=bibliotheken/);
			await page.locator('#list tbody th a').first().click();
			await expect(page).toHaveURL(/\/bibliotheken\//);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		});

		test('a stakeholder reads the figures of another day, against plan and definition', async ({
			page
		}) => {
			await page.goto('/');
			await page.getByLabel('Situatie op').fill('2020-06-30');
			await page.getByLabel('Situatie op').press('Enter');
			await expect(page).toHaveURL(/peildatum=2020-06-30/);
			await expect(page.locator(sentence)).toHaveText(
				/^Op 30 juni 2020 waren er \d+ locaties open\. Dat zijn \d+ locaties minder dan gepland\. .*\d+ van de 355 gemeenten hadden een informatiepunt\./
			);
			await page.getByRole('link', { name: 'Definitie van Gemeenten' }).click();
			await expect(page).toHaveURL(/\/definities#gemeentedekking$/);
			await page.goBack();
			await expect(page.locator(sentence)).toContainText('Op 30 juni 2020');
		});

		test('published counts stand on their days', async ({ page }) => {
			await page.goto('/?peildatum=2019-07-01');
			await expect(page.locator('.figures')).toContainText(/15\s*van/);
			await page.getByRole('link', { name: 'Eind 2021' }).click();
			await expect(page).toHaveURL(/peildatum=2021-12-31/);
			await expect(page.locator(sentence)).toContainText('waren er 439 locaties open');
		});

		test('one can ask what was known then, and go back to everything known', async ({ page }) => {
			await page.goto('/?peildatum=2021-06-30');
			await page.getByText('Zoals bekend op een eerdere dag').click();
			await page.getByLabel('Zoals bekend op').fill('2021-06-30');
			await page.getByLabel('Zoals bekend op').press('Enter');
			await expect(page).toHaveURL(/bekendOp=2021-06-30/);
			await expect(page.getByText('U ziet wat er op 30 juni 2021 bekend was.')).toBeVisible();
			await page.getByRole('link', { name: 'Toon alles wat nu bekend is' }).click();
			await expect(page).not.toHaveURL(/bekendOp/);
		});

		test('filters work together and fit one province @screen', async ({ page, isMobile }) => {
			await page.goto('/');
			await page.getByLabel('Provincie').selectOption('fryslan');
			await page.getByLabel('Bibliotheek, plaats of gemeente').fill('drachten');
			await page.locator('#filters').getByRole('button', { name: 'Toon' }).click();
			await expect(page).toHaveURL(/provincie=fryslan/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'De uitrol in Fryslân op 31 januari 2022'
			);
			await expect(page.locator('#list tbody tr')).toHaveCount(1);
			await page.getByLabel('Bibliotheek, plaats of gemeente').fill('bestaat-niet');
			await page.locator('#filters').getByRole('button', { name: 'Toon' }).click();
			await expect(page.locator('#lijst')).toContainText('gevonden met deze filters');
			await expect(page.locator('#sentence')).toContainText('Niets gevonden met deze filters');
			await page.getByRole('link', { name: 'Verwijder alle filters' }).click();
			await expect(page.locator('#list tbody tr')).toHaveCount(25);
			// A village: what is nearest stands above the list, on a phone below the search too.
			await page.goto('/?zoek=Giethoorn');
			const answer = isMobile ? page.locator('.quick') : page.locator('#lijst');
			await expect(answer).toContainText(
				/Het dichtstbijzijnde open informatiepunt bij Giethoorn is .+, op [\d,]+ km van het midden van de plaats \(hemelsbreed, benaderd\)\./
			);
			await answer.getByRole('link', { name: 'Bibliotheek Steenwijk' }).click();
			await expect(page).toHaveURL(/\/informatiepunten\/\d+$/);
		});

		test('the map is drawn, named and linked @screen', async ({ page }) => {
			await page.goto('/?peildatum=2020-06-30');
			const cell = page.locator('a[data-code="GM0983"]');
			await expect(cell).toHaveAttribute('href', '/gemeenten/GM0983?peildatum=2020-06-30');
			await expect(cell).toHaveCount(1);
		});

		test('what is wrong in an address is told, and the nearest view is shown', async ({ page }) => {
			const answer = await page.goto('/?peildatum=2021-02-30&provincie=atlantis&pagina=veel');
			expect(answer?.status()).toBe(200);
			await expect(page.getByText('‘2021-02-30’ is geen datum')).toBeVisible();
			await expect(page.getByText('‘atlantis’ kennen we niet')).toBeVisible();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'De uitrol op 31 januari 2022'
			);
		});

		test('English says the same', async ({ page }) => {
			await page.goto('/?peildatum=2020-06-30');
			await page.getByRole('link', { name: 'English' }).click();
			await expect(page).toHaveURL(/\/en\?peildatum=2020-06-30$/);
			await expect(page.locator('html')).toHaveAttribute('lang', 'en');
			await expect(page.locator(sentence)).toContainText('fewer than planned');
			await page.getByRole('link', { name: 'End of 2020' }).click();
			await expect(page).toHaveURL(/\/en\?peildatum=2020-12-31$/);
		});
	});
}

test('the slider steps on real changes, by keyboard, and the address follows', async ({ page }) => {
	await page.goto('/');
	const slider = page.getByRole('slider', { name: 'Schuif door de tijd' });
	await slider.focus();
	await slider.press('Home');
	await expect(page).toHaveURL(/peildatum=2019-/);
	await expect(slider).toHaveAttribute(
		'aria-valuetext',
		/^\d+ \w+ 2019: \d+ van \d+ organisaties open$/
	);
	await expect(page.locator(sentence)).toContainText('2019');
	await expect(slider).toBeFocused();
	await page.goBack();
	await expect(page).not.toHaveURL(/peildatum/);
});

test('playing moves through time, says so, and can be paused', async ({ page }) => {
	await page.goto('/?peildatum=2021-11-01');
	await page.getByRole('button', { name: 'Speel af' }).click();
	await expect(page).not.toHaveURL(/peildatum=2021-11-01/);
	await page.getByRole('button', { name: 'Pauze' }).click();
	await expect(page.getByText(/^Gestopt op .* organisaties open\.$/)).toBeAttached();
});

test('the map in the browser can be walked by keyboard, and opens a dossier', async ({ page }) => {
	const complaints = watchConsole(page);
	await page.goto('/');
	// Its buttons stand there as soon as it listens.
	await page.locator('.map-buttons').waitFor();
	await page.locator('.map-host').dispatchEvent('pointerover');
	const tabStop = page.locator('a[data-code][tabindex="0"]');
	await expect(tabStop).toHaveCount(1);
	await tabStop.focus();
	const first = await tabStop.getAttribute('data-code');
	await page.keyboard.press('ArrowDown');
	const focused = page.locator('a[data-code]:focus');
	await expect(focused).not.toHaveAttribute('data-code', first ?? '');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/gemeenten\/GM\d{4}/);
	expect(complaints).toEqual([]);
});

test('a keyboard alone reaches the content, sorts the list and uses the form @screen', async ({
	page,
	isMobile
}) => {
	await page.goto('/');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Direct naar de inhoud' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	// On a phone the search stands first, elsewhere the day.
	const first = isMobile ? page.locator('#quick-search') : page.getByLabel('Situatie op');
	await expect(first).toBeFocused();
	const sort = page.locator('#list').getByRole('link', { name: /^Status/ });
	await sort.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/sorteer=status/);
	await expect(page.locator('#list th[aria-sort="ascending"]')).toContainText('Status');
	await expect(sort).toBeFocused();
	const next = page.getByRole('link', { name: 'Volgende' });
	await next.focus();
	// Scrolling to what has the focus comes a moment later.
	await expect(next).toBeInViewport();
	const place = await page.evaluate(() => scrollY);
	expect(place).toBeGreaterThan(0);
	await page.keyboard.press('Enter');
	await expect(page.locator('#rijen')).toBeFocused();
	await expect(page.locator('#rijen')).toContainText(/^Rij 26 /);
	await page.goBack();
	await expect(page.locator('#rijen')).toContainText(/^Rij 1 /);
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
	await expect(page).toHaveURL(/sorteer=status/);
	const search = page.getByLabel('Bibliotheek, plaats of gemeente');
	await search.focus();
	await page.keyboard.type('Venlo');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/zoek=Venlo/);
	await expect(search).toBeFocused();
});

test('a page that is long in coming says that it is on its way', async ({ page }) => {
	await page.goto('/');
	// Before the scripts are there a link is the browser's own, which shows that it waits.
	await expect(page.getByRole('button', { name: 'Inzoomen' })).toBeVisible();
	let answer = () => {};
	const asked = new Promise<void>((resolve) => (answer = resolve));
	await page.route(/\/bibliotheken\/__data\.json/, async (route) => {
		await asked;
		await route.continue();
	});
	await page.getByRole('contentinfo').getByRole('link', { name: 'Bibliotheken' }).click();
	const said = page.getByText('De pagina komt eraan.');
	await expect(said).toBeVisible();
	answer();
	await expect(page.getByRole('heading', { level: 1, name: 'Bibliotheken' })).toBeVisible();
	await expect(said).toHaveCount(0);
});

test('every state is accessible and fits the screen @screen', async ({ page }) => {
	test.setTimeout(240_000);
	const complaints = watchConsole(page);
	const states = [
		'/',
		'/?weergave=bibliotheken&maat=mijlpalen',
		'/?weergave=bibliotheken&maat=laatst-bekeken',
		'/?weergave=locaties&provincie=fryslan&maat=inwoners',
		'/?zoek=bestaat-niet',
		'/?peildatum=2022-12-31',
		'/?peildatum=2021-06-30&bekendOp=2021-06-30',
		'/?peildatum=nooit&status=open&lagen=geen',
		'/en?peildatum=2020-06-30'
	];
	for (const state of states) {
		await page.goto(state);
		await expect(page.getByRole('button', { name: /^(Inzoomen|Zoom in)$/ })).toBeVisible();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	}
	expect(complaints).toEqual([]);
});

test('the page fits 320 pixels @screen', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/');
	await expectNoSidewaysScroll(page);
});

test('the first useful map is small', async ({ request }) => {
	const html = await (await request.get('/')).text();
	const sheets = [...html.matchAll(/href="(\/_app\/[^"]+\.css)"/g)].map(([, href]) => href ?? '');
	const sizes = await Promise.all(
		sheets.map(async (path) => gzipSync(await (await request.get(path)).body()).length)
	);
	const total = sizes.reduce((sum, size) => sum + size, gzipSync(html).length);
	expect(total).toBeLessThan(60_000);
});
