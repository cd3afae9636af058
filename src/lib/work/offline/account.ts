import { wipePages } from './page-store.ts';
import { importKey } from './seal.ts';
import { findKey, putKey, wipeKey, type StoredKey } from './store.ts';

/** Milliseconds that a server may take to say who is signed in. */
const PATIENCE = 10_000;

/** What the server says of who is signed in; undefined without an answer, null for nobody who writes. */
async function askKey(
	address: string
): Promise<{ account: string; key: string } | null | undefined> {
	try {
		const response = await fetch(address, {
			...{ redirect: 'manual', cache: 'no-store' },
			signal: AbortSignal.timeout(PATIENCE)
		});
		if (response.ok) return (await response.json()) as { account: string; key: string };
		// The way to sign in, or a refusal; anything else says nothing of who is there.
		const isNobody = response.type === 'opaqueredirect' || [401, 403].includes(response.status);
		return isNobody ? null : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The key of who is signed in, as the server says it (at `address`), or without an answer as this
 * browser has it. The key of anybody else is wiped, and so are the pages that were kept for her.
 */
export async function settleAccount(address: string): Promise<StoredKey | null> {
	const said = await askKey(address);
	const kept = await findKey();
	if (said === undefined) return kept ?? null;
	if (said === null) {
		await wipeKey();
		await wipePages();
		return null;
	}
	if (kept?.account === said.account) return kept;
	await wipePages();
	const settled = { account: said.account, key: await importKey(said.key) };
	await putKey(settled);
	return settled;
}
