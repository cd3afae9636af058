import { holdsOn, type Day } from '#lib/base/day/day.ts';
import { periodText } from '#lib/network/dossier/period-text.ts';
import { formatShare } from '#lib/base/i18n/numbers.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Municipality, MunicipalitySuccessionLink, ServingLibrary } from './municipality.ts';
import { successionText } from './succession-links.ts';

interface Item {
	label: string;
	lines: { text: string; href?: string }[];
}

/** The province, the libraries of then and of other times, and what it came from or went into. */
export function municipalityLinks(
	municipality: Municipality,
	validOn: Day,
	dates: URLSearchParams,
	locale: string
): Item[] {
	const { province, libraries } = municipality;
	const present = libraries.filter((library) => holdsOn(library, validOn));
	const others = libraries.filter((library) => !holdsOn(library, validOn));
	const libraryLine = (library: ServingLibrary, text: string) => ({
		text,
		href: link(`/bibliotheken/${library.slug}`, dates)
	});
	const succession = (links: readonly MunicipalitySuccessionLink[]) =>
		links.map((other) => ({
			text: successionText(other, locale),
			href: link(`/gemeenten/${other.code}`, dates)
		}));
	return [
		{
			label: m.dossier_municipality_libraries(),
			lines:
				present.length > 0
					? present.map((library) => libraryLine(library, shareText(library)))
					: [{ text: noLibraryText(municipality) }]
		},
		{
			label: m.dossier_periods(),
			lines: others.map((library) =>
				libraryLine(
					library,
					`${library.name} (${periodText(library.validFrom, library.validTo, locale)})`
				)
			)
		},
		{
			label: m.dossier_province(),
			lines: [{ text: province.name, href: link(`/provincies/${province.slug}`, dates) }]
		},
		{ label: m.dossier_predecessors(), lines: succession(municipality.predecessors) },
		{ label: m.dossier_successors(), lines: succession(municipality.successors) },
		{ label: m.dossier_code(), lines: [{ text: municipality.code }] }
	];
}

function shareText({ name, share }: ServingLibrary): string {
	if (share === 1) return name;
	const percent = formatShare(share);
	return `${name} (${m.dossier_share_of_inhabitants({ share: percent })})`;
}

function noLibraryText({ libraryProvision, libraryProvisionNote }: Municipality): string {
	const text =
		libraryProvision === 'none'
			? m.dossier_municipality_no_library()
			: m.dossier_municipality_unknown_library();
	return libraryProvisionNote ? `${text} ${libraryProvisionNote}` : text;
}
