import { chromium, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/server/access/account/demo-accounts.ts';
import { browserArguments, findBrowser } from '../browser.ts';
import { median, round, type Figure } from './bar.ts';

const TURNS = 8;
const WARM_UP = 2;
/** The keys of one cell: the first opens it, the last closes it and goes on. */
const KEYS = [...'1-4-2021', 'Enter'];

/** In the browser: how long after the next key what it did is drawn, in ms. */
declare global {
	var shown: Promise<number>;
}

/** Typing in the table of the largest POI, all rows on one page and every day a field, in a real browser. */
export async function measureGrid(appUrl: string): Promise<Figure[]> {
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: browserArguments
	});
	try {
		const page = await browser.newPage();
		const path = '/mijn-bibliotheken/tabel?laan=gereed&rijen=alle';
		await page.goto(`${appUrl}/inloggen?${new URLSearchParams({ terug: path })}`);
		await page.locator('#email').fill('adviseur.rijnbrink@voorbeeld.nl');
		await page.locator('#password').fill(DEMO_PASSWORD);
		await page.locator('form:has(#password) button').click();
		await page.locator('table[role=grid]').waitFor();
		const cells = await page.locator('table input').count();
		await page.locator('td[tabindex="0"]').focus();
		const times: number[] = [];
		for (let turn = 0; turn < TURNS + WARM_UP; turn++) {
			for (const key of KEYS) {
				const took = await timeKey(page, key);
				if (turn >= WARM_UP) times.push(took);
			}
		}
		return [
			{
				what: `a key in a table of ${cells} fields, drawn`,
				measured: median(times),
				bar: 50,
				unit: 'ms',
				beside: `slowest of ${times.length}: ${round(Math.max(...times))} ms`
			}
		];
	} finally {
		await browser.close();
	}
}

async function timeKey(page: Page, key: string): Promise<number> {
	await page.evaluate(watchNextKey);
	await page.keyboard.press(key);
	return page.evaluate(() => shown);
}

function watchNextKey(): void {
	globalThis.shown = new Promise((resolve) => {
		const follow = ({ timeStamp }: KeyboardEvent) => {
			// What comes after the next frame was drawn.
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now() - timeStamp);
				port2.postMessage(null);
			});
		};
		addEventListener('keydown', follow, { once: true, capture: true });
	});
}
