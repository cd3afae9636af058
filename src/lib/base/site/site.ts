import type { Pathname } from '$app/types';

/** The questions that the pages are grouped by, as they stand in `/overzicht/<question>`. */
export const QUESTIONS = [
	'waar-staan-we',
	'wie-nog-niet',
	'waarom',
	'wat-komt-er',
	'programma'
] as const;
export type Question = (typeof QUESTIONS)[number];

/** A public page in the site map, as every page gets it along. */
export interface SitePage {
	path: Pathname;
	label: string;
	/** Addresses of which the pages belong to it beside those that begin with its own. */
	below?: readonly string[];
	/** About the site itself: apart in the footer, not told in the menu. */
	about?: boolean;
}

export interface SiteGroup {
	question: Question;
	label: string;
	pages: readonly SitePage[];
}

/** Where an address stands in the site map; `page` is absent on the overview page of the group. */
export interface Place {
	group: SiteGroup;
	page?: SitePage;
	/** Whether it is that very page, not one below it. */
	exact: boolean;
}

export const overviewPath = (question: Question): Pathname => `/overzicht/${question}`;

/** Pages for work and accounts, which somebody comes to from her own list: in no group of the public menu. */
const OUTSIDE =
	/^\/(?:account|antwoord|beheer|inloggen|kwartaalstanden\/vaststellen|mijn-bibliotheken|uitloggen|wachtwoord-vergeten|weekmail-afmelden)(?:\/|$)|\/bijwerken(?:\/|$)/;

/** The one place of an address, without its language, in the site map; undefined when it has none. */
export function placeOf(site: readonly SiteGroup[], path: string): Place | undefined {
	if (OUTSIDE.test(path)) return undefined;
	let found: Place | undefined;
	let length = -1;
	const tryStart = (start: string, group: SiteGroup, page?: SitePage) => {
		const exact = path === start;
		if (!exact && (start === '/' || !path.startsWith(`${start}/`))) return;
		if (start.length <= length) return;
		length = start.length;
		found = { group, page, exact: exact && (!page || page.path === start) };
	};
	for (const group of site) {
		tryStart(overviewPath(group.question), group);
		for (const page of group.pages) {
			for (const start of [page.path, ...(page.below ?? [])]) tryStart(start, group, page);
		}
	}
	return found;
}

/** Whether an address is meant for work or an account, so that the site map need not hold it. */
export const isOutside = (path: string): boolean => OUTSIDE.test(path);
