import { expect, test } from '@playwright/test';

test('ten tabs of one browser share one stream of news, and the eleventh page loads', async ({
	context
}) => {
	const streams: string[] = [];
	context.on('request', (request) => {
		if (request.resourceType() === 'eventsource') streams.push(request.url());
	});
	const followed = context.waitForEvent('request', (request) =>
		request.url().endsWith('/veranderingen')
	);
	for (let number = 1; number <= 10; number++) {
		const page = await context.newPage();
		await page.goto('/definities');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await followed;
	const [last] = context.pages().slice(-1);
	await last!.goto('/voortgang');
	await expect(last!.getByRole('heading', { level: 1 })).toBeVisible();
	expect(streams).toHaveLength(1);
});
