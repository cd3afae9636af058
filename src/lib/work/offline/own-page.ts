/** Says of which account an answer is, so that it is never kept as that of another. */
export const ACCOUNT_HEADER = 'x-ido-account';

const SHEET = /^\/(?:en\/)?(?:bibliotheken|informatiepunten)\/[^/]+\/bijwerken(?:\/[a-z-]+)?$/;
const LIST = /^\/(?:en\/)?mijn-bibliotheken(?:\/(?:bord|tabel|locaties|bewaard))?$/;

const DATA = '/__data.json';

/** Parameters that choose what a list shows; others tell what just happened. */
const CHOICES = /^[a-z]+$/;
const PASSING = new Set(['zojuist', 'gelukt']);

/** An address without what Kit puts behind it when it asks for the data of a page only. */
export const pagePathOf = (path: string): string =>
	path.endsWith(DATA) ? path.slice(0, -DATA.length) : path;

/** Whether only the data of a page are asked for. */
export const isDataPath = (path: string): boolean => path.endsWith(DATA);

/** Whether this is a page of an adviser's own work that may be kept: her lists and her work sheets. */
export const isOwnPath = (path: string): boolean => SHEET.test(path) || LIST.test(path);

/**
 * The address under which a page is kept; null for one that is not her own. A list is kept with what
 * it was asked to show. A sheet is kept once: a form that is asked for opens in the browser.
 */
export function keptAddress({ pathname, searchParams }: URL): string | null {
	const path = pagePathOf(pathname);
	if (SHEET.test(path)) return path;
	if (!LIST.test(path)) return null;
	const choices = [...searchParams].filter(
		([name, value]) => value !== '' && CHOICES.test(name) && !PASSING.has(name)
	);
	const search = new URLSearchParams(choices).toString();
	return search === '' ? path : `${path}?${search}`;
}

/** The page to go to for a list that is not kept as it was asked for: the list without choices. */
export const plainAddress = (address: string): string => address.split('?', 1)[0]!;
