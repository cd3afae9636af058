import { resolve } from '$app/paths';
import type { Pathname } from '$app/types';
import { localizeHref } from '#lib/paraglide/runtime.js';

/**
 * The address of a page of this site in the language of the reader, with its parameters:
 * `link('/bibliotheken/bibliotheek-venlo', params)`. Empty parameters leave no question mark.
 */
export function link(path: Pathname | `${Pathname}?${string}`, params?: URLSearchParams): string {
	const query = params && params.size > 0 ? `?${params}` : '';
	// Not `resolve(path)`: its types cannot choose among so many routes at once.
	return localizeHref(resolve('/') + path.slice(1)) + query;
}
