import { test as base } from '@playwright/test';
import { launch, type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { findFirefox } from '#tests/browser.ts';

/** A page of Firefox, and everything that it complained about so far. */
export interface Tab {
	page: Page;
	/** Errors, and anything that the content security policy kept from loading or running. */
	complaints: readonly string[];
}

interface Fixtures {
	/** A browser session of this test alone. */
	session: BrowserContext;
	/** Opens a tab on a path of the product. */
	open(path: string): Promise<Tab>;
}

/**
 * Playwright's test runner with the system's own Firefox, which it cannot drive itself: puppeteer
 * does, by WebDriver BiDi.
 */
export const test = base.extend<Fixtures, { firefox: Browser }>({
	firefox: [
		async ({ playwright: _ }, use) => {
			const executablePath = await findFirefox();
			const browser = await launch({ browser: 'firefox', executablePath, headless: true });
			await use(browser);
			await browser.close();
		},
		{ scope: 'worker', timeout: 900_000 }
	],
	session: async ({ firefox }, use) => {
		const session = await firefox.createBrowserContext();
		await use(session);
		await session.close();
	},
	open: async ({ session, baseURL }, use) => {
		await use(async (path) => {
			const page = await session.newPage();
			page.setDefaultTimeout(30_000);
			const complaints = await watch(page);
			await page.goto(new URL(path, baseURL).href, { waitUntil: 'load' });
			return { page, complaints };
		});
	}
});

const MARK = 'content security policy:';

/** A form with mistakes is answered with 400 and so on, which the console reports as well. */
const EXPECTED = /the server responded with a status of 4\d\d/;

async function watch(page: Page): Promise<string[]> {
	const complaints: string[] = [];
	page.on('console', (message) => {
		const text = message.text();
		if (message.type() === 'error' && !EXPECTED.test(text)) complaints.push(text);
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	// Firefox reports these to its own console only; the page hears of them before anything else runs.
	await page.evaluateOnNewDocument((mark) => {
		document.addEventListener('securitypolicyviolation', (event) => {
			console.error(mark, event.effectiveDirective, event.blockedURI, event.sourceFile);
		});
	}, MARK);
	return complaints;
}
