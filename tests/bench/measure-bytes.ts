import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser.ts';
import { askPacked } from './ask-packed.ts';
import { round, type Figure } from './bar.ts';

interface Reply {
	bytes: number;
	text: string;
}

/** Asks with brotli and counts what goes over the line; the text is read apart, uncompressed. */
async function read(url: string): Promise<Reply> {
	const { bytes } = await askPacked(url);
	const text = await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text();
	return { bytes, text };
}

function findAll(text: string, pattern: RegExp): Set<string> {
	return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** What a browser fetches of JavaScript until it can be used; Leaflet comes at the first touch: each file, and their bytes. */
async function measureScripts(appUrl: string): Promise<{ files: number; bytes: number }> {
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: browserArguments
	});
	try {
		const page = await browser.newPage();
		const sizes: Promise<number>[] = [];
		page.on('requestfinished', (done) => {
			const isScript = new URL(done.url()).pathname.endsWith('.js');
			if (isScript) sizes.push(done.sizes().then(({ responseBodySize }) => responseBodySize));
		});
		await page.goto(appUrl, { waitUntil: 'load' });
		await page.locator('.map-buttons').waitFor();
		await page.waitForLoadState('networkidle');
		const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
		return { files: sizes.length, bytes };
	} finally {
		await browser.close();
	}
}

/** Bytes of the map page, its style sheets and its scripts, compressed. */
export async function measureBytes(appUrl: string): Promise<Figure[]> {
	const address = new URL('/', appUrl);
	const page = await read(address.href);
	const total = async (paths: Iterable<string>) => {
		const files = await Promise.all([...paths].map((path) => read(new URL(path, address).href)));
		return files.reduce((sum, file) => sum + file.bytes, 0);
	};
	const styles = await total(findAll(page.text, /<link[^>]*href="([^"]+\.css)"[^>]*>/g));
	const scripts = await measureScripts(address.href);
	return [
		{
			what: 'bytes to the first useful map (HTML + CSS, compressed)',
			measured: (page.bytes + styles) / 1000,
			bar: 50,
			unit: 'kB',
			beside: `HTML ${round(page.bytes / 1000)} kB, CSS ${round(styles / 1000)} kB`
		},
		{
			what: 'JavaScript of the map page, compressed',
			measured: scripts.bytes / 1000,
			bar: 100,
			unit: 'kB',
			beside: `${scripts.files} files`
		}
	];
}
