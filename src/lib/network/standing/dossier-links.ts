import { link } from '#lib/base/i18n/link.ts';

/** The address of a municipality's dossier, with the two dates. */
export const municipalityLink = (code: string, dates: URLSearchParams) =>
	link(`/gemeenten/${code}`, dates);

/** The address of a library's dossier, with the two dates. */
export const libraryLink = (slug: string, dates: URLSearchParams) =>
	link(`/bibliotheken/${slug}`, dates);

/** The address of an information point's dossier, with the two dates. */
export const pointLink = (id: number, dates: URLSearchParams) =>
	link(`/informatiepunten/${id}`, dates);
