import { resolve } from '$app/paths';
import type { Pathname } from '$app/types';
import { localizeHref } from '#lib/paraglide/runtime.js';

/**
 * The address of a page of this site in the language of the reader, with its parameters:
 * `link('/bibliotheken/bibliotheek-venlo', params)`. Empty parameters leave no question mark.
 */
export function link(path: Pathname | `${Pathname}?${string}`, params?: URLSearchParams): string {
	const query = params && params.size > 0 ? `?${params}` : '';
	// Any one route stands for all here: the type of resolve() cannot take so many at once.
	return localizeHref(resolve(path as '/')) + query;
}
