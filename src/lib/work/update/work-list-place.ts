import { link } from '#lib/base/i18n/link.ts';

const KEY = 'ido.worklist';

/** The id of a library on the list of work. */
export const libraryAnchor = (slug: string) => `bibliotheek-${slug}`;

/** Keeps in the tab which part of the list of work its reader looks at. */
export function rememberWorkList(params: URLSearchParams): void {
	try {
		sessionStorage.setItem(KEY, params.toString());
	} catch {
		// Without room in the browser one comes back to the whole list.
	}
}

/** The list of work as it was left in this tab, at the place of this library. */
export function workListLink(slug: string): string {
	return `${link('/mijn-bibliotheken', new URLSearchParams(readWorkList()))}#${libraryAnchor(slug)}`;
}

function readWorkList(): string {
	try {
		return sessionStorage.getItem(KEY) ?? '';
	} catch {
		return '';
	}
}
