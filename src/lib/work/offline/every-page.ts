import { away } from '#lib/base/components/away.ts';
import type { Role } from '#lib/access/account/user.ts';
import { settleAccount } from './account.ts';
import { isReadable, pageId } from './kept-page.ts';
import { keptAddress } from './own-page.ts';
import { findPage } from './page-store.ts';
import { findKey } from './store.ts';

/** Opens a page of her own that is kept; false when it is not, or nothing could show it. */
async function openKept(url: URL): Promise<boolean> {
	const address = keptAddress(url);
	const key = await findKey();
	if (address === null || !key || !navigator.serviceWorker?.controller) return false;
	const stored = await findPage(await pageId(key.account, address));
	if (!stored || !isReadable(stored, key, Date.now())) return false;
	location.assign(url.href);
	return true;
}

/** In a browser that has (had) something of an adviser, on whatever page, for who is there now. */
export async function onEveryPage(role: Role | undefined, address: string): Promise<void> {
	away.open = (url) => openKept(url).catch(() => false);
	const writes = role === 'advisor' || role === 'programme_manager';
	if (!writes) await settleAccount(address).catch(() => undefined);
}
