import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './tests/browser.ts';

// Set once, by the first process that reads this file; Playwright's workers inherit both.
const port = (process.env.E2E_PORT ??= String(20_000 + (process.pid % 10_000)));
const browser = (process.env.CHROMIUM_PATH ??= await findBrowser());

/** Driven by WebDriver BiDi, which Playwright does not speak: see tests/e2e/firefox/firefox.ts. */
const FIREFOX = '**/firefox/*.spec.ts';

/**
 * In the title of a journey that has to do with layout: it runs on a small screen too. What a page does
 * on any screen (rights, files, figures) runs once.
 */
const ON_EACH_SCREEN = /@screen/;

/** Every journey that has to do with layout runs on the built app, on a large and on a small screen; the main ones in Firefox too. */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	globalSetup: './tests/e2e/global-setup.ts',
	forbidOnly: true,
	// A journey that passes the second time has a fault, of its own or of ours.
	retries: 0,
	workers: 2,
	// A machine that does other work as well is slow, not wrong.
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: 'list',
	use: {
		baseURL: `http://localhost:${port}`,
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		// Fetching all scripts and pages ahead in each of hundreds of browsers takes what journeys need;
		// those about working without a network ask for it.
		serviceWorkers: 'block',
		// Recording every step costs a fifth of the run; `--trace on` has it for one journey.
		screenshot: 'only-on-failure',
		launchOptions: { executablePath: browser, args: browserArguments }
	},
	projects: [
		{ name: 'desktop', testIgnore: FIREFOX, use: { ...devices['Desktop Chrome'] } },
		{
			name: 'phone',
			testIgnore: FIREFOX,
			grep: ON_EACH_SCREEN,
			use: { ...devices['Pixel 7'] }
		},
		{ name: 'firefox', testMatch: FIREFOX }
	]
});
