import { formatDay, type Day } from '#lib/base/day/day.ts';
import { periodText } from '#lib/network/dossier/period-text.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { facilityLines, type Facilities } from '#lib/network/trait/facilities.ts';
import type { InformationPoint } from './information-point.ts';
import { locationTypeLabel, serviceVariantLabel } from './labels.ts';

interface Item {
	label: string;
	lines: { text: string; href?: string }[];
}

/** Where the point is, what it is and who runs it, each with its link. */
export function pointLinks(
	point: InformationPoint,
	facilities: Facilities,
	dates: URLSearchParams
): Item[] {
	const found = facilityLines(facilities).map((text) => ({ text }));
	const { library, municipality, province } = point;
	return [
		{
			label: m.dossier_run_by(),
			lines: [{ text: library.name, href: link(`/bibliotheken/${library.slug}`, dates) }]
		},
		{
			label: m.dossier_municipality(),
			lines: [
				{ text: municipality.name, href: link(`/gemeenten/${municipality.code}`, dates) },
				{ text: province.name, href: link(`/provincies/${province.slug}`, dates) }
			]
		},
		{ label: m.dossier_address(), lines: addressLines(point).map((text) => ({ text })) },
		{
			label: m.dossier_location_type(),
			lines: [
				{ text: locationTypeLabel(point.locationType) },
				...(point.hostName ? [{ text: point.hostName }] : [])
			]
		},
		{
			label: m.dossier_variant(),
			lines: [{ text: serviceVariantLabel(point.serviceVariant) }]
		},
		...(found.length > 0 ? [{ label: m.location_facilities(), lines: found }] : [])
	];
}

function addressLines(point: InformationPoint): string[] {
	const town = [point.postcode, point.town].filter(Boolean).join(' ');
	const lines = [point.address, town].filter((line) => line !== null && line !== '') as string[];
	const said = PRECISION[point.locationPrecision];
	// With an address only the place on the map is unsure.
	const precision = said && point.address !== null ? m.dossier_place_rough : said;
	return precision ? [...lines, precision()] : lines;
}

/** Where a location stands on the map whose address is not known. */
const PRECISION: Record<InformationPoint['locationPrecision'], (() => string) | null> = {
	address: null,
	street: m.dossier_place_rough,
	town: m.dossier_place_town,
	largest_town: m.dossier_place_largest,
	municipality_centroid: m.dossier_place_approximate
};

/** The periods in which other libraries ran it or it stood elsewhere; empty with one period. */
export function periodLines(
	periods: readonly {
		validFrom: Day;
		validTo: Day;
		libraryName: string;
		municipalityName: string;
	}[],
	locale: string
): string[] {
	if (periods.length < 2) return [];
	return periods.map(({ validFrom, validTo, libraryName, municipalityName }) =>
		m.dossier_period_line({
			library: libraryName,
			municipality: municipalityName,
			period: periodText(validFrom, validTo, locale)
		})
	);
}

/** Days in words, a dash for none. */
export function dayOrDash(day: Day | null, locale: string): string {
	return day === null ? '–' : formatDay(day, locale);
}
