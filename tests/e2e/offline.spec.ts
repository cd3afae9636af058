import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, watchConsole } from './checks.ts';
import { readStore } from './browser-store.ts';
import { advisorOf, signInAs } from './sign-in-as.ts';

const LIST = '/mijn-bibliotheken?toon=over-tijd';
/** Of a POI whose list no other journey works on. */
const adviser = advisorOf('probiblio');

/** Chooses "still right" of the first libraries that can be; their names. */
async function answer(page: Page, count: number): Promise<string[]> {
	const boxes = page.locator('input[type=checkbox][value=confirm]');
	await expect(boxes.nth(count - 1)).toBeVisible();
	const names: string[] = [];
	for (let index = 0; index < count; index += 1) {
		await boxes.nth(index).check();
		names.push((await boxes.nth(index).getAttribute('name')) ?? '');
	}
	return names;
}

test('answers without a network wait, outlive the browser and signing out, and are recorded once @screen', async ({
	page,
	context
}) => {
	const complaints = watchConsole(page);
	await signInAs(page, adviser, LIST);
	await expect.poll(async () => (await readStore(page)).keys).toBe(1);
	const names = await answer(page, 2);
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Antwoorden vastleggen' }).click();
	await expect(
		page.getByRole('heading', { name: '2 antwoorden wachten op verzending' })
	).toBeVisible();
	await expect(page.getByText('Uw antwoord wacht op verzending.')).toHaveCount(2);
	await expectAccessible(page);

	// The tab is closed, and its adviser leaves the computer to a colleague of another POI.
	await page.close();
	await context.setOffline(false);
	const next = await context.newPage();
	let posts = 0;
	await next.route('**/mijn-bibliotheken?**', (route) =>
		route.request().method() === 'POST' ? route.abort('failed') : route.continue()
	);
	await next.goto('/uitloggen');
	await next.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click();
	await expect(
		next.getByText('Wat nog op verzending wacht, blijft op deze computer')
	).toBeVisible();
	await expect.poll(async () => (await readStore(next)).keys).toBe(0);
	const left = await readStore(next);
	expect(left.entries).toBe(2);
	for (const word of ['ibliothe', 'confirm', 'answer', 'Klopt', names[0]!]) {
		expect(left.text).not.toContain(word);
	}
	await signInAs(next, advisorOf('rijnbrink'), LIST);
	await expect.poll(async () => (await readStore(next)).keys).toBe(1);
	await expect(next.getByText('op verzending')).toHaveCount(0);
	await next.goto('/uitloggen');
	await next.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click();
	await expect(next.getByText('U bent uitgelogd.')).toBeVisible();

	// Back again: both are sent, one after the other, and the first of them twice because its answer is lost.
	await next.unroute('**/mijn-bibliotheken?**');
	await next.route('**/mijn-bibliotheken?**', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		posts += 1;
		if (posts > 1) return route.continue();
		await route.fetch();
		return route.abort('failed');
	});
	await signInAs(next, adviser, LIST);
	await expect(
		next.getByRole('heading', { name: '2 antwoorden wachten op verzending' })
	).toBeVisible();
	// What got no answer is sent again by itself.
	await expect(next.getByText('2 antwoorden die wachtten, zijn vastgelegd.')).toBeVisible();
	expect(posts).toBe(3);
	expect((await readStore(next)).entries).toBe(0);
	expect(
		complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to load/.test(line))
	).toEqual([]);
});
