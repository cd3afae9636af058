import { expect, it } from 'vitest';
import { isReadable, keptHeaders, LONGEST_KEPT, openLabel, pageId, sealPage } from './kept-page.ts';
import { importKey } from './seal.ts';

const keyOf = async (account: string, fill: number) => ({
	account,
	key: await importKey(Buffer.alloc(32, fill).toString('base64'))
});
const LABEL = { address: '/bibliotheken/hengelo/bijwerken', title: 'Hengelo bijwerken' };
const page = (keptAt: number) => ({ html: '<html>Hengelo</html>', headers: [], keptAt });

it('what lies in the store says nothing to who has no key, and nothing to another account', async () => {
	const mine = await keyOf('ada', 1);
	const stored = await sealPage(mine, LABEL, page(5));
	const text = JSON.stringify([stored.id, ...[stored.label, stored.page].map(textOf)]);
	expect(text).not.toMatch(/engelo|bijwerken|html/);
	expect(await openLabel(mine, stored)).toEqual(LABEL);
	expect(await openLabel(await keyOf('ada', 2), stored)).toBeNull();
	expect(isReadable(stored, mine, 6)).toBe(true);
	expect(isReadable(stored, await keyOf('eva', 1), 6)).toBe(false);
	expect(await pageId('eva', LABEL.address)).not.toBe(stored.id);
});

const textOf = ({ bytes }: { bytes: ArrayBuffer }) => Buffer.from(bytes).toString('latin1');

it('a page of two weeks ago is shown no more', async () => {
	const mine = await keyOf('ada', 1);
	const stored = await sealPage(mine, LABEL, page(0));
	expect(isReadable(stored, mine, LONGEST_KEPT - 1)).toBe(true);
	expect(isReadable(stored, mine, LONGEST_KEPT)).toBe(false);
});

it('a page keeps its policy, and no cookie and no word about keeping', () => {
	const headers = new Headers({
		'content-security-policy': "default-src 'none'",
		'content-type': 'text/html',
		'cache-control': 'private, no-store',
		'content-encoding': 'br',
		'x-ido-account': 'ada'
	});
	expect(keptHeaders(headers)).toEqual([
		['content-security-policy', "default-src 'none'"],
		['content-type', 'text/html']
	]);
});
