import { describe, expect, it, vi } from 'vitest';
import { askingAgain } from './asking-again.ts';

const PAGE = 'http://localhost/voortgang?telling=inwoners';
const DATA = 'http://localhost/voortgang/__data.json?telling=inwoners&x-sveltekit-invalidated=01';
const OTHER = 'http://localhost/dekking/__data.json?x-sveltekit-invalidated=01';

/** A window in which Kit asks for data as it does: whatever does not come is an error on the page. */
function kitOn(answer: () => Promise<Response>) {
	const window = { fetch: vi.fn((_address: string) => answer()), location: { href: PAGE } };
	const shown: string[] = [];
	const ask = async (address: string) => {
		const came = await window.fetch(address).then(
			({ ok }) => ok,
			() => false
		);
		shown.push(came ? 'data' : 'error page');
	};
	return { window: window as Parameters<typeof askingAgain>[0], shown, ask };
}

describe('data that nobody asked for by hand', () => {
	it('are shown when they come', async () => {
		const { window, shown, ask } = kitOn(() => Promise.resolve(new Response()));
		expect(await askingAgain(window, () => ask(DATA))).toBe(true);
		expect(shown).toEqual(['data']);
	});

	it.each([
		['the reader leaves the page or the line is gone', () => Promise.reject(new TypeError())],
		['the server is busy', () => Promise.resolve(new Response(null, { status: 503 }))],
		[
			'the page is no more for this reader',
			() => Promise.resolve(new Response(null, { status: 403 }))
		]
	])('leave the page as it is when %s', async (_why, answer) => {
		const { window, shown, ask } = kitOn(answer);
		const before = window.fetch;
		expect(await askingAgain(window, () => ask(DATA))).toBe(false);
		expect(shown).toEqual([]);
		expect(window.fetch).toBe(before);
	});

	it('do not hide that another page, which the reader asked for meanwhile, did not come', async () => {
		const { window, shown, ask } = kitOn(() => Promise.reject(new TypeError()));
		await askingAgain(window, () => Promise.all([ask(OTHER), ask(DATA)]));
		expect(shown).toEqual(['error page']);
	});
});
