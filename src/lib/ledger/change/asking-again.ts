/** The part of a window that Kit fetches data of pages with. */
interface Fetching {
	fetch: typeof fetch;
	location: { href: string };
}

/**
 * Runs `ask`, which has Kit fetch the data of this page again, and tells whether they came. Kit shows
 * an error page for data that do not come; so an answer that failed is kept from it, and what it asked
 * then never ends. Data of other pages, which the reader asks for meanwhile, are left alone.
 */
export async function askingAgain(window: Fetching, ask: () => Promise<unknown>): Promise<boolean> {
	const wanted = pageOf(window.location.href);
	const real = window.fetch;
	const { promise: failed, resolve: fail } = Promise.withResolvers<false>();
	const guarded: typeof fetch = async (input, init) => {
		if (typeof input !== 'string' || !isData(input) || pageOf(input) !== wanted) {
			return real(input, init);
		}
		const answer = await real(input, init).catch(() => null);
		if (answer?.ok) return answer;
		fail(false);
		return new Promise(() => undefined);
	};
	window.fetch = guarded;
	try {
		return await Promise.race([ask().then(() => true), failed]);
	} finally {
		if (window.fetch === guarded) window.fetch = real;
	}
}

const DATA = /\/__data\.json$/;

const isData = (address: string) => DATA.test(new URL(address).pathname);

/** The page that this is the address of, or of whose data. */
function pageOf(address: string): string {
	const { pathname, searchParams } = new URL(address);
	for (const name of [...searchParams.keys()]) {
		if (name.startsWith('x-sveltekit-')) searchParams.delete(name);
	}
	return `${pathname.replace(DATA, '').replace(/\/$/, '')}?${searchParams}`;
}
