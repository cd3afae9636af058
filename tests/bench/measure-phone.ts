import { chromium, devices, type CDPSession, type Page, type Request } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser.ts';
import { median, round, type Figure } from './bar.ts';

/** A slow phone: the processor of this machine four times slower, and a poor connection. */
const SLOWER = 4;
const POOR_LINE = {
	offline: false,
	latency: 150,
	downloadThroughput: 1_600_000 / 8,
	uploadThroughput: 750_000 / 8
};
const LOADS = 5;
const STEPS = 12;
const WARM_UP = 3;
/** Longer than the map waits with what nobody sees. */
const QUIET_MS = 1_000;

/** What the map page is like on a phone, in a real browser. */
export async function measurePhone(appUrl: string): Promise<Figure[]> {
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: browserArguments
	});
	try {
		const open = async () => {
			const context = await browser.newContext(devices['Pixel 7']);
			const page = await context.newPage();
			const session = await context.newCDPSession(page);
			await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
			return { page, session, close: () => context.close() };
		};
		const loads: number[] = [];
		for (let load = 0; load < LOADS; load++) {
			const { page, session, close } = await open();
			loads.push(await timeFirstMap(page, session, appUrl));
			await close();
		}
		const { page, session, close } = await open();
		const steps = await measureSteps(page, session, appUrl);
		await close();
		return [
			{
				what: 'first useful map on a slow phone',
				measured: median(loads) / 1_000,
				bar: 2.5,
				unit: 's',
				beside: `slowest of ${LOADS}: ${round(Math.max(...loads) / 1_000)} s`
			},
			{
				what: 'a step of the slider on a slow phone, drawn',
				measured: median(steps.times),
				bar: 100,
				unit: 'ms',
				beside: `slowest of ${steps.times.length}: ${round(Math.max(...steps.times))} ms`
			},
			{
				what: 'a step of the slider, compressed',
				measured: median(steps.bytes) / 1_000,
				bar: 16,
				unit: 'kB'
			}
		];
	} finally {
		await browser.close();
	}
}

/** From asking for the page to the frame with the whole map and its styles, in ms. */
async function timeFirstMap(page: Page, session: CDPSession, appUrl: string): Promise<number> {
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', POOR_LINE);
	await page.addInitScript(() => {
		const look = () => {
			const map = document.querySelector('.map-server svg');
			// What follows in the document is there, so the drawing is whole.
			const whole = map && document.querySelector('footer');
			if (whole && map.getBoundingClientRect().height > 0) {
				requestAnimationFrame(() =>
					document.documentElement.setAttribute('data-map-at', String(performance.now()))
				);
			} else requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	await page.goto(appUrl, { waitUntil: 'domcontentloaded' });
	const root = page.locator('html[data-map-at]');
	await root.waitFor();
	return Number(await root.getAttribute('data-map-at'));
}

/**
 * One step by the keyboard, and the next when all is quiet: from the key to the frame with the figures and
 * the map of that day.
 */
async function measureSteps(page: Page, session: CDPSession, appUrl: string) {
	await session.send('Network.enable');
	const quiet = watchRequests(page);
	let received = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (received += encodedDataLength));
	await page.goto(`${appUrl}/?peildatum=2020-09-01`, { waitUntil: 'load' });
	const slider = page.getByRole('slider');
	await slider.focus();
	const times: number[] = [];
	const bytes: number[] = [];
	for (let step = 0; step < STEPS + WARM_UP; step++) {
		await quiet();
		received = 0;
		await page.evaluate(watchNextKey);
		await page.keyboard.press('ArrowRight');
		const took = await page.evaluate(() => drawn);
		await quiet();
		if (step < WARM_UP) continue;
		times.push(took);
		bytes.push(received);
	}
	return { times, bytes };
}

/** Gives a wait until nothing is being fetched, and nothing was for a while: `networkidle` is told once per page. */
function watchRequests(page: Page): () => Promise<void> {
	const open = new Set<Request>();
	let lastAt = performance.now();
	const onEnd = (request: Request) => {
		open.delete(request);
		lastAt = performance.now();
	};
	page.on('request', (request) => {
		// The stream of news stays open.
		if (request.resourceType() === 'eventsource') return;
		open.add(request);
		lastAt = performance.now();
	});
	page.on('requestfinished', onEnd).on('requestfailed', onEnd);
	return async () => {
		while (open.size > 0 || performance.now() - lastAt < QUIET_MS) {
			await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 10));
		}
	};
}

/** In the browser: how long after the next key a frame of another day is drawn, in ms. */
declare global {
	var drawn: Promise<number>;
}

function watchNextKey(): void {
	const before = location.search;
	globalThis.drawn = new Promise((resolve) => {
		const pressed = ({ timeStamp }: Event) => {
			let isMapChanged = false;
			const map = new MutationObserver(() => (isMapChanged = true));
			const stage = document.querySelector('.map-stage')!;
			map.observe(stage, { subtree: true, childList: true, attributes: true });
			const look = () => {
				const isThere = isMapChanged && location.search !== before;
				if (!isThere) return void requestAnimationFrame(look);
				map.disconnect();
				requestAnimationFrame(() => resolve(performance.now() - timeStamp));
			};
			requestAnimationFrame(look);
		};
		addEventListener('keydown', pressed, { once: true, capture: true });
	});
}
