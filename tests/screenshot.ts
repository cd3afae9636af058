import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from './browser.ts';
import { startApp } from './process/app-process.ts';

/** `npm run screenshot`: the picture of the README, from a fresh installation with the demo data. */
const PICTURE = new URL('../docs/screenshot.png', import.meta.url).pathname;

const folder = await mkdtemp(join(tmpdir(), 'ido-screenshot-'));
// Root's database server runs under another account, which has to reach the folder.
await chmod(folder, 0o755);
const app = await startApp({ dataDir: join(folder, 'data') });
try {
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: browserArguments
	});
	const page = await browser.newPage({
		viewport: { width: 1280, height: 1080 },
		locale: 'nl-NL',
		reducedMotion: 'reduce'
	});
	await page.goto(app.url);
	await page.locator('.map-buttons').waitFor({ state: 'attached' });
	await page.locator('.map-host').dispatchEvent('pointerover');
	await page.locator('.leaflet-marker-icon').first().waitFor();
	await page.screenshot({ path: PICTURE });
	await browser.close();
	console.log('docs/screenshot.png is made.');
} finally {
	await app.stop();
	await rm(folder, { recursive: true, force: true });
}
