import { expect, test, type Page, type Response } from '@playwright/test';

/** The map after Leaflet has taken over: its first marker stands. */
async function openMap(page: Page, address = '/'): Promise<void> {
	await page.goto(address);
	// It takes over at the first sign of use; its buttons stand there as soon as they work.
	await page.locator('.map-buttons').waitFor();
	await page.locator('.map-host').dispatchEvent('pointerover');
	await page.locator('.map-stage .map-marker').first().waitFor();
}
const focusedName = (page: Page) =>
	page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
/** Width of the drawing on the screen: larger when zoomed in. */
const drawnWidth = async (page: Page) =>
	(await page.locator('svg.map-drawing').boundingBox())?.width ?? 0;

test.describe('without Leaflet', () => {
	test.use({ javaScriptEnabled: false });

	test('the map of the server is complete: every municipality is a named link', async ({
		page
	}) => {
		await page.goto('/');
		const cells = page.locator('svg.map-drawing a[data-code]');
		expect(await cells.count()).toBeGreaterThan(340);
		const venlo = page
			.locator('svg.map-drawing')
			.getByRole('link', { name: /^Venlo \(Limburg\): / });
		await expect(venlo).toHaveAttribute('href', /\/gemeenten\/GM0983/);
	});
});

test.describe('on a large screen', () => {
	// Keys and a mouse, also in the project that has neither.
	test.use({ viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false });

	test('the cells are one tab stop, and arrow keys go to the neighbour in that direction', async ({
		page
	}) => {
		await openMap(page);
		const stop = page.locator('.map-cells a[tabindex="0"]');
		await expect(stop).toHaveCount(1);
		await stop.focus();
		const start = await stop.boundingBox();
		const name = await focusedName(page);
		await page.keyboard.press('ArrowRight');
		expect(await focusedName(page)).not.toBe(name);
		const next = await page.locator('.map-cells a[tabindex="0"]').boundingBox();
		expect(next?.x ?? 0).toBeGreaterThan(start?.x ?? 0);
		await expect(page.locator('.map-tip')).toHaveText(await focusedName(page));
		await page.keyboard.press('Escape');
		await expect(page.locator('.map-tip')).toHaveCount(0);
	});

	test('a step in time asks only for what changes, and shows what a fresh page shows', async ({
		page
	}) => {
		/** What the map says of every municipality, and its marks. */
		const told = async () => ({
			cells: await page.locator('.map-cells a[data-code]').evaluateAll((all) =>
				all.map((one) => {
					const path = one.querySelector('path');
					return [
						one.getAttribute('aria-label'),
						one.getAttribute('href'),
						path?.getAttribute('class'),
						path?.getAttribute('fill')
					];
				})
			),
			marks: await page
				.locator('.map-stage .map-marker')
				.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
		});
		await openMap(page, '/?peildatum=2021-06-30');
		const before = await told();
		const slider = page.getByRole('slider', { name: 'Schuif door de tijd' });
		await slider.focus();
		const answers: Response[] = [];
		page.on('response', (response) => answers.push(response));
		const since = (day: string) =>
			answers.filter((one) => new URL(one.url()).searchParams.get('vanaf') === day);
		for (const from of ['2021-06-30', '2021-07-01']) {
			await slider.press('ArrowRight');
			await expect.poll(() => since(from).length).toBe(1);
			expect(Object.keys((await since(from)[0]!.json()) as object)).toEqual(['change']);
		}
		// The addresses follow after what is seen.
		await expect(page.locator('.map-cells a[data-code]').first()).toHaveAttribute(
			'href',
			/peildatum=2021-07-02/
		);
		// What was fetched ahead, for who takes the next step the same way, is not asked for again.
		expect(since('2021-07-01')).toHaveLength(1);
		const after = await told();
		const names = ({ cells }: typeof after) => cells.map(([name]) => name);
		expect(names(after)).not.toEqual(names(before));
		await openMap(page, page.url());
		expect(await told()).toEqual(after);
	});

	test('what the tip says is not cut off at the edges of a narrow map', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openMap(page);
		/** How far the tip sticks out of the map, in pixels. */
		const beyond = () =>
			page.evaluate(() => {
				const tip = document.querySelector('.map-tip')!.getBoundingClientRect();
				const stage = document.querySelector('.map-stage')!.getBoundingClientRect();
				return Math.max(stage.left - tip.left, tip.right - stage.right);
			});
		for (const code of ['GM1895', 'GM1714', 'GM0888']) {
			await page.locator(`.map-cells a[data-code="${code}"]`).focus();
			// The map may still be fitting itself into the window.
			await expect.poll(beyond, { message: code }).toBeLessThanOrEqual(1);
		}
	});

	test('opening a cluster by keyboard takes the focus along', async ({ page }) => {
		await openMap(page);
		// The largest: a small one may be one town, whose points open like a fan without zooming.
		const clusters = page.locator('.map-marker.cluster');
		const counts = await clusters.evaluateAll((marks) =>
			marks.map((mark) => Number.parseInt(mark.getAttribute('aria-label') ?? '', 10))
		);
		const cluster = clusters.nth(counts.indexOf(Math.max(...counts)));
		await expect(cluster).toHaveAccessibleName(/^\d+ informatiepunten: \d+ /);
		const width = await drawnWidth(page);
		await cluster.focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => drawnWidth(page)).toBeGreaterThan(width);
		await expect(page.locator('.map-marker:focus')).toHaveCount(1);
	});

	test('the popup of a point takes the focus and gives it back', async ({ page }) => {
		await openMap(page);
		const marker = page.locator('.map-marker:not(.cluster)').first();
		await marker.focus();
		const name = await focusedName(page);
		await page.keyboard.press('Enter');
		const popup = page.getByRole('dialog', { name });
		await expect(popup).toBeFocused();
		await expect(popup.getByRole('link')).toHaveAttribute('href', /\/informatiepunten\/\d+/);
		await page.keyboard.press('Escape');
		await expect(popup).toHaveCount(0);
		expect(await focusedName(page)).toBe(name);
	});

	test('the wheel scrolls the page, with Ctrl it zooms', async ({ page }) => {
		await openMap(page);
		const width = await drawnWidth(page);
		await page.locator('.map-stage').hover();
		await page.mouse.wheel(0, -100);
		await expect(page.locator('.map-hint')).toBeVisible();
		expect(await drawnWidth(page)).toBeCloseTo(width, 0);
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -100);
		await page.keyboard.up('Control');
		await expect.poll(() => drawnWidth(page)).toBeGreaterThan(width);
	});

	test('moving the map with the mouse does not open the municipality below it', async ({
		page
	}) => {
		await openMap(page);
		const stage = await page.locator('.map-stage').boundingBox();
		const [x, y] = [(stage?.x ?? 0) + 300, (stage?.y ?? 0) + 300];
		const { pathname } = new URL(page.url());
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 60, y + 40, { steps: 4 });
		await page.mouse.up();
		await expect(page.locator('.map-stage')).toBeVisible();
		expect(new URL(page.url()).pathname).toBe(pathname);
	});
});

test('Leaflet comes when somebody uses the map, and the focus stays @screen', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('/');
	await page.locator('.map-buttons').waitFor();
	await page.waitForLoadState('networkidle');
	await expect(page.locator('.map-stage .map-drawing')).toHaveCount(0);
	const before = asked.filter((url) => url.endsWith('.js')).length;
	// By keyboard: the first link of the drawing keeps the focus, and its name.
	const link = page.locator('.map-server a[data-code]').first();
	await link.focus();
	await page.locator('.map-stage .map-marker').first().waitFor();
	expect(asked.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(before);
	await expect(page.locator('.map-stage a[data-code]:focus')).toHaveCount(1);

	// The drawing of the points makes way for markers; the focus goes along to the same place.
	await page.reload();
	await page.locator('.map-buttons').waitFor();
	await page.locator('.map-server a[data-point]').first().focus();
	await expect(page.locator('.map-stage .map-marker:focus')).toHaveCount(1);
});

test('an address with a place shows it by itself, with names, and the legend lies below @screen', async ({
	page
}) => {
	await page.goto('/#kaart=9.00/52.1000/5.3000');
	await page.locator('.map-stage .map-marker').first().waitFor();
	// Between the marks, and never over one or under a button.
	await expect(page.locator('.map-name.city span', { hasText: 'Amersfoort' })).toBeVisible();
	const boxesOf = (selector: string) =>
		page
			.locator(selector)
			.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
	const names = await boxesOf('.map-name span');
	const taken = [...(await boxesOf('.map-marker')), ...(await boxesOf('.map-buttons button'))];
	const covering = names.filter((name) =>
		taken.some(
			(mark) =>
				name.left < mark.right &&
				name.right > mark.left &&
				name.top < mark.bottom &&
				name.bottom > mark.top
		)
	);
	expect(covering).toEqual([]);
	const legend = await page.locator('.legend.areas').boundingBox();
	const map = await page.locator('.map-host').boundingBox();
	expect(legend?.y ?? 0).toBeGreaterThanOrEqual((map?.y ?? 0) + (map?.height ?? 0));
	await page.getByRole('button', { name: 'Inzoomen' }).click();
	await expect(page).toHaveURL(/#kaart=10\.00\/52\.\d{4}\/5\.\d{4}$/);
	await page.getByRole('button', { name: 'Heel Nederland' }).click();
	await expect(page).not.toHaveURL(/#/);
});

test('one finger is left to the page @screen', async ({ page, isMobile }) => {
	await openMap(page);
	const touchAction = await page
		.locator('.map-stage')
		.evaluate((stage) => getComputedStyle(stage).touchAction);
	if (isMobile) expect(touchAction).toBe('pan-x pan-y');
	else expect(touchAction).not.toBe('');
});
