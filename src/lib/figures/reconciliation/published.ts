import type { Counted, Exactness } from './reconcile.ts';

/** Which published series count the same thing as we do; other series stand on the page of sources. */
export const COUNTED_BY_METRIC = {
	kopgroep_start: 'organisationsOpen',
	library_organisations_with_ido: 'organisationsOpen',
	ido_locations: 'locations',
	library_organisations: 'organisations'
} as const satisfies Record<string, Counted>;

export type CountedMetric = keyof typeof COUNTED_BY_METRIC;
export const COUNTED_METRICS = Object.keys(COUNTED_BY_METRIC) as CountedMetric[];

/** How exact a number is meant, from how it was written: ">200", "About 400 …". */
export function exactnessOf(valueText: string, description: string): Exactness {
	if (/^>/.test(valueText) || /^more than\b/i.test(description)) return 'at_least';
	return /^about\b/i.test(description) ? 'about' : 'exact';
}

const PUBLISHERS: Record<string, string> = {
	'bibliotheeknetwerk.nl': 'KB (Bibliotheeknetwerk)',
	'kb.nl': 'KB',
	'cbs.nl': 'CBS',
	'vng.nl': 'VNG',
	'rijksoverheid.nl': 'Rijksoverheid',
	'nos.nl': 'NOS'
};

/** Who published a figure, from the address of its source; the name of the site when it is not known. */
export function publisherOf(source: string): string {
	const host = URL.parse(source.split(' ; ')[0] ?? '')?.hostname.replace(/^www\./, '');
	return host ? (PUBLISHERS[host] ?? host) : source;
}
