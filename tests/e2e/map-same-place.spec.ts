import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './checks.ts';

const PLACE = { lat: 51.37, lon: 6.17 };
const points = [1, 2, 3].map((id) => ({
	...PLACE,
	id,
	status: 'realised',
	label: `Bibliotheek ${id}, open sinds 1 juli 2019`
}));
const cluster = {
	...PLACE,
	count: 3,
	mix: { realised: 3 },
	bounds: { west: PLACE.lon, east: PLACE.lon, south: PLACE.lat, north: PLACE.lat }
};

/** The map with three points in one place, sent at once or (as for very many) per part of the map. */
async function openMap(page: Page, sent: 'at once' | 'in parts'): Promise<void> {
	await page.route('**/kaart/punten.json*', async (route) => {
		const part = new URL(route.request().url()).searchParams;
		if (part.has('kader')) {
			return route.fulfill({ json: Number(part.get('zoom')) >= 18 ? points : [cluster] });
		}
		const answer = await route.fetch();
		const { whole } = (await answer.json()) as { whole: object };
		const here = { ...whole, points: sent === 'at once' ? points : null };
		return route.fulfill({ json: { whole: here } });
	});
	await page.goto('/');
	await page.locator('.map-buttons').waitFor({ state: 'attached' });
	await page.locator('.map-host').dispatchEvent('pointerover');
	await page.locator('.map-stage .map-marker').first().waitFor();
}

/** Opens the cluster until its points can be chosen; the map has to zoom in first. */
async function openCluster(page: Page, open: () => Promise<void>, shown: string): Promise<void> {
	await expect(async () => {
		if ((await page.locator(shown).count()) === 0) await open();
		await expect(page.locator(shown)).toHaveCount(3, { timeout: 1_000 });
	}).toPass();
}

for (const [sent, shown] of [
	['at once', '.map-marker:not(.cluster)'],
	['in parts', '.map-popup li a']
] as const) {
	test(`points in one place, sent ${sent}, are reached by keyboard`, async ({ page }) => {
		await openMap(page, sent);
		const mark = page.locator('.map-marker.cluster');
		await expect(mark).toHaveAccessibleName('3 informatiepunten: 3 toegankelijk');
		await openCluster(page, () => mark.press('Enter'), shown);
		if (sent === 'in parts') await expectAccessible(page);
		else await page.locator(shown).nth(1).press('Enter');
		await expect(page.getByRole('dialog')).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('dialog').getByRole('link').first()).toBeFocused();
	});

	test(`points in one place, sent ${sent}, are reached by mouse or finger`, async ({
		page,
		hasTouch
	}) => {
		await openMap(page, sent);
		const mark = page.locator('.map-marker.cluster');
		await openCluster(page, () => (hasTouch ? mark.tap() : mark.click()), shown);
		const chosen = page.locator(shown).nth(1);
		if (sent === 'at once') await (hasTouch ? chosen.tap() : chosen.click());
		const links = page.getByRole('dialog').getByRole('link');
		await expect(links.first()).toHaveAttribute('href', /\/informatiepunten\/\d/);
	});
}
