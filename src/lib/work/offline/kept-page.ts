import { findPage, type StoredPage } from './page-store.ts';
import { seal, unseal } from './seal.ts';
import type { StoredKey } from './store.ts';

/** A page as the server sent it. */
export interface KeptPage {
	html: string;
	/** Those that say how the page may be used, such as its policy. */
	headers: readonly (readonly [name: string, value: string])[];
	/** Milliseconds since the epoch, by the clock of the browser. */
	keptAt: number;
}

/** What a list of kept pages says of one. */
export interface KeptLabel {
	address: string;
	title: string;
}

/** After these milliseconds a page says too little of today, and is shown no more: 14 days. */
export const LONGEST_KEPT = 14 * 24 * 60 * 60 * 1000;

/** Headers that a kept page needs, to be as safe as it came. */
const KEPT_HEADERS =
	/^(?:content-type|content-language|content-security-policy|cross-origin-opener-policy|permissions-policy|referrer-policy|x-content-type-options|x-frame-options)$/;

export const keptHeaders = (headers: Headers): KeptPage['headers'] =>
	[...headers].filter(([name]) => KEPT_HEADERS.test(name));

/** What a page is called in the store: the same each time, and nothing that somebody else can read. */
export async function pageId(account: string, address: string): Promise<string> {
	const text = new TextEncoder().encode(`${account} ${address}`);
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
	return btoa(String.fromCharCode(...digest));
}

/** Seals a page for the account that it was made for. */
export async function sealPage(
	{ account, key }: StoredKey,
	label: KeptLabel,
	page: KeptPage
): Promise<StoredPage> {
	return {
		id: await pageId(account, label.address),
		account,
		keptAt: page.keptAt,
		label: await seal(key, JSON.stringify(label)),
		page: await seal(key, JSON.stringify(page))
	};
}

async function open<T>({ key }: StoredKey, sealed: StoredPage['page']): Promise<T | null> {
	const text = await unseal(key, sealed);
	// Only this module writes it.
	return text === null ? null : (JSON.parse(text) as T);
}

export const openLabel = (key: StoredKey, { label }: StoredPage): Promise<KeptLabel | null> =>
	open<KeptLabel>(key, label);

/** Whether a page is there for this account, and not too old, at a moment (milliseconds). */
export const isReadable = (stored: StoredPage, { account }: StoredKey, now: number): boolean =>
	stored.account === account && stored.keptAt > now - LONGEST_KEPT;

/** The page that is kept under an address; null when none is that this account can read. */
export async function findKept(key: StoredKey, address: string): Promise<KeptPage | null> {
	const stored = await findPage(await pageId(key.account, address));
	if (!stored || !isReadable(stored, key, Date.now())) return null;
	return open<KeptPage>(key, stored.page);
}
