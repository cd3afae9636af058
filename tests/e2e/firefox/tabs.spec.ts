import { expect } from '@playwright/test';
import { test } from './firefox.ts';

test.describe.configure({ timeout: 180_000 });

test('ten tabs of one Firefox stay open beside each other', async ({ open }) => {
	const titles: (string | null)[] = [];
	for (let number = 1; number <= 10; number++) {
		const { page, complaints } = await open('/definities');
		titles.push(await page.$eval('h1', (heading) => heading.textContent));
		expect(complaints).toEqual([]);
	}
	expect(new Set(titles).size).toBe(1);
	expect(titles).toHaveLength(10);
});
