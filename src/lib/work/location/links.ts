import { link } from '#lib/base/i18n/link.ts';

/** The pages on which an adviser changes what a location is like. */
export type LocationPage = 'openingstijden' | 'gegevens';

/** The address of such a page, in the language of the reader. */
export function locationLink(id: number, page: LocationPage, params?: URLSearchParams): string {
	return link(`/informatiepunten/${id}/bijwerken/${page}`, params);
}
