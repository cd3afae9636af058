import { keptAddress } from './own-page.ts';

/** At most this many sheets are fetched that nobody opened yet. */
const MOST_AHEAD = 20;

/** The pages that are kept without being asked for, whichever list is open. */
const ALWAYS = ['', '/bewaard', '/bord', '/tabel', '/locaties'];

/**
 * Which pages a browser keeps ahead, when her list is open at `here`: her lists, and the sheets that the
 * open list leads to, as many as are reasonable, in the order of the list.
 */
export function pagesAhead(here: URL, links: readonly string[]): string[] {
	const english = here.pathname.startsWith('/en/') ? '/en' : '';
	const lists = ALWAYS.map((path) => `${english}/mijn-bibliotheken${path}`);
	const sheets = links.flatMap((href) => {
		const address = keptAddress(new URL(href, here));
		return address !== null && /\/bijwerken$/.test(address) ? [address] : [];
	});
	return [...lists, ...[...new Set(sheets)].slice(0, MOST_AHEAD)];
}
