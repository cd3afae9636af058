import {
	keptHeaders,
	openLabel,
	isReadable,
	pageId,
	sealPage,
	type KeptLabel
} from './kept-page.ts';
import { ACCOUNT_HEADER } from './own-page.ts';
import { findPage, listPages, putPage, removePage } from './page-store.ts';
import { findKey, type StoredKey } from './store.ts';

/** At most this many pages of an account are kept; the ones that were kept longest ago go first. */
export const MOST_PAGES = 60;

/** Milliseconds between two pages that nobody asked for, so that the server has time for others. */
const PAUSE = 400;

/** Milliseconds that are waited before a page whose answer got lost is asked for again. */
const AGAIN = [2_000, 8_000];

/** Milliseconds within which a page comes, or is given up. */
const LONGEST = 30_000;

const pause = (milliseconds: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

const titleOf = (html: string): string =>
	new DOMParser().parseFromString(/<title>[^<]*<\/title>/.exec(html)?.[0] ?? '', 'text/html').title;

/** Whether this address was kept less than `freshFor` milliseconds ago. */
async function isFresh(account: string, address: string, freshFor: number): Promise<boolean> {
	const stored = await findPage(await pageId(account, address));
	return stored !== undefined && stored.keptAt > Date.now() - freshFor;
}

/**
 * Asks the server for a page and keeps it for the account; false when the server did not give it to this
 * account. What it no longer gives is not kept any longer either.
 */
async function keepPage(key: StoredKey, address: string): Promise<boolean> {
	const response = await fetch(address, {
		headers: { accept: 'text/html' },
		cache: 'no-store',
		priority: 'low',
		redirect: 'manual',
		signal: AbortSignal.timeout(LONGEST)
	});
	if (response.headers.get(ACCOUNT_HEADER) !== key.account) return false;
	if (!response.ok || !response.headers.get('content-type')?.startsWith('text/html')) {
		if (response.status < 500) await removePage(await pageId(key.account, address));
		return false;
	}
	const html = await response.text();
	const headers = keptHeaders(response.headers);
	const label = { address, title: titleOf(html) };
	const sealed = await sealPage(key, label, { html, headers, keptAt: Date.now() });
	await putPage(sealed);
	if ((await findKey())?.account === key.account) return true;
	// Signed out in another tab meanwhile: what was kept is wiped, and this may have come after that.
	await removePage(sealed.id);
	return false;
}

async function removeBeyond(most: number): Promise<void> {
	const pages = (await listPages()).toSorted((a, b) => b.keptAt - a.keptAt);
	for (const { id } of pages.slice(most)) await removePage(id);
}

/** Keeps a page, if need be at the third time of asking; false when none had an answer. */
async function keepAtLast(key: StoredKey, address: string, signal?: AbortSignal): Promise<boolean> {
	for (const wait of [...AGAIN, null]) {
		try {
			await keepPage(key, address);
			return true;
		} catch {
			if (wait !== null) await pause(wait);
			if (signal?.aborted) return false;
		}
	}
	return false;
}

/**
 * Keeps pages one after the other, without those that were kept less than `freshFor` milliseconds ago;
 * ends without a word when the server does not answer three times or `signal` says so.
 */
export async function keepPages(
	key: StoredKey,
	addresses: readonly string[],
	{ freshFor, signal }: { freshFor: number; signal?: AbortSignal }
): Promise<void> {
	let asked = 0;
	for (const address of addresses) {
		if (signal?.aborted) return;
		if (await isFresh(key.account, address, freshFor)) continue;
		if (asked > 0) await pause(PAUSE);
		if (signal?.aborted) return;
		asked += 1;
		if (!(await keepAtLast(key, address, signal))) return;
	}
	if (asked > 0) await removeBeyond(MOST_PAGES);
}

/** What is kept for this account, by title. */
export async function listKept(key: StoredKey): Promise<(KeptLabel & { keptAt: number })[]> {
	const readable = (await listPages()).filter((page) => isReadable(page, key, Date.now()));
	const labels = await Promise.all(
		readable.map(async (page) => {
			const label = await openLabel(key, page);
			return label ? [{ ...label, keptAt: page.keptAt }] : [];
		})
	);
	return labels.flat().toSorted((a, b) => a.title.localeCompare(b.title));
}
