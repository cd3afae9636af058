import { expect, test } from '@playwright/test';

test('the first page answers, in Dutch, without a complaint of the browser @screen', async ({
	page
}) => {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(complaints).toEqual([]);
});

test('a form from a foreign site is refused, one of our own is not', async ({
	request,
	baseURL
}) => {
	const send = (origin: string) =>
		request.post('/', { headers: { origin }, form: { anything: 'x' }, failOnStatusCode: false });
	expect((await send('https://elders.example')).status()).toBe(403);
	expect((await send(baseURL ?? '')).status()).not.toBe(403);
});
