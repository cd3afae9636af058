import { describe, expect, it } from 'vitest';
import { isDataOfPage } from './data-of-page.ts';

const WHOLE =
	'{"type":"data","nodes":[null,{"type":"data","data":[{"note":1},"zei \\"type\\":\\"error\\""]}]}';

function answer(body: string, headers: Record<string, string> = {}, status = 200): Response {
	const own = { 'cache-control': 'private, no-store', 'content-type': 'application/json' };
	return new Response(body, { status, headers: { ...own, ...headers } });
}

const isKept = (response: Response, isDataRequest = true) =>
	isDataOfPage({ isDataRequest }, response);

describe('the data of a page', () => {
	it('may be kept as its HTML is', async () => {
		expect(await isKept(answer(WHOLE))).toBe(true);
	});

	it.each([
		['a page of its own', isKept(answer(WHOLE), false)],
		['data with an error in it', isKept(answer('{"type":"data","nodes":[{"type":"error"}]}'))],
		['a way elsewhere', isKept(answer('{"type":"redirect","location":"/inloggen"}'))],
		['an error', isKept(answer(WHOLE, {}, 500))],
		[
			'what the page itself keeps from others',
			isKept(answer(WHOLE, { 'cache-control': 'no-store' }))
		],
		['data that comes in parts', isKept(answer(WHOLE, { 'content-type': 'text/sveltekit-data' }))]
	])('is not kept: %s', async (_what, kept) => {
		expect(await kept).toBe(false);
	});
});
