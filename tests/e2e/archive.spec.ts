import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { fetchFrom } from '#lib/server/publish/archive/fetch-from.ts';
import { writeArchive } from '#lib/server/publish/archive/write-archive.ts';
import { expectAccessible, expectNoSidewaysScroll } from './checks.ts';

/** A part of the site: what the front page leads to, one library and the map of two quarters. */
const PART =
	/^(\/en)?(\/|\/over|\/data|\/definities|\/voortgang|\/kwartaalstanden|\/bibliotheken|\/bibliotheken\/bibliotheek-venlo|\/kaart\.csv)?(\?peildatum=20\d\d-\d\d-\d\d)?$/;

test('the site in a folder opens without a server, finds its way and is whole', async ({
	page,
	baseURL
}) => {
	const folder = await mkdtemp(join(tmpdir(), 'ido-archive-'));
	try {
		const findings = await writeArchive({
			folder,
			origin: baseURL ?? '',
			today: '2022-01-31',
			madeAt: new Date(),
			fetch: fetchFrom(baseURL ?? ''),
			isWanted: (address) => PART.test(address)
		});
		expect(findings.filter(({ ok }) => !ok)).toEqual([]);
		await page.goto(pathToFileURL(join(folder, 'index.html')).href);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Archief/);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);

		await page.getByRole('link', { name: '31 december 2020' }).click();
		await expect(page.getByText('Deze kaart is van 31 december 2020.')).toBeVisible();
		await expect(page.getByRole('main').locator('svg').first()).toBeVisible();
		await expectAccessible(page);
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoSidewaysScroll(page);

		await page.getByRole('link', { name: 'English' }).click();
		await expect(page.getByText('This map is of 31 December 2020.')).toBeVisible();
		await page.getByRole('link', { name: 'What does it hold, and what not?' }).click();
		await page.getByRole('link', { name: 'The map and the figures' }).click();
		await expectAccessible(page);
		await expect(page.locator('script, form, noscript')).toHaveCount(0);

		const csv = await fetchFrom(baseURL ?? '')('/kaart.csv?peildatum=2020-12-31');
		const kept = await readFile(join(folder, 'kaart.peildatum-2020-12-31.csv'));
		expect(kept.equals(csv.body)).toBe(true);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
