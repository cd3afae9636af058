import type { PlaceLocations } from '#lib/network/standing/types.ts';
import { m } from '#lib/paraglide/messages.js';

const LOCATION_TYPES: Record<string, () => string> = {
	hoofdvestiging: m.dossier_location_type_hoofdvestiging,
	vestiging: m.dossier_location_type_vestiging,
	servicepunt: m.dossier_location_type_servicepunt,
	zelfbediening: m.dossier_location_type_zelfbediening,
	bibliobushalte: m.dossier_location_type_bibliobushalte,
	buiten_bibliotheek: m.dossier_location_type_buiten_bibliotheek
};

const VARIANTS: Record<string, () => string> = {
	basis: m.dossier_variant_basis,
	altijd_beschikbaar: m.dossier_variant_altijd_beschikbaar,
	brede_dienstverlening: m.dossier_variant_brede_dienstverlening
};

/** The kind of place in the language of the reader. */
export function locationTypeLabel(locationType: string): string {
	return LOCATION_TYPES[locationType]?.() ?? locationType;
}

/** The service variant in words; "onbekend" when none was chosen. */
export function serviceVariantLabel(variant: string | null): string {
	return VARIANTS[variant ?? '']?.() ?? m.dossier_unknown();
}

/** What is open outside a library, beside a number of locations; absent when there is nothing. */
export function outsideText({
	outsideLibrary: outside
}: Pick<PlaceLocations, 'outsideLibrary'>): string | undefined {
	return outside > 0 ? m.view_figure_outside({ count: outside, outside }) : undefined;
}
