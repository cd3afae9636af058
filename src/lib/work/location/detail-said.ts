import { formatDay } from '#lib/base/day/day.ts';
import { locationTypeLabel, serviceVariantLabel } from '#lib/network/information-point/labels.ts';
import { DETAIL_TRAITS, type DetailTrait, type Place } from '#lib/network/trait/details.ts';
import type { Seat } from '#lib/network/trait/seat.ts';
import type { TraitRow } from '#lib/network/trait/trait.ts';
import { m } from '#lib/paraglide/messages.js';
import { coordinatesText } from './coordinates.ts';

const LABELS: Record<DetailTrait, () => string> = {
	name: m.update_field_name,
	location_type: m.update_field_location_type,
	host_name: m.update_field_host,
	service_variant: m.update_field_variant,
	address: m.location_field_address,
	postcode: m.location_field_postcode,
	town: m.update_field_town,
	place: m.location_field_coordinates,
	private_space: m.location_field_private_space,
	wheelchair: m.location_field_wheelchair,
	printer: m.location_field_printer,
	pc_count: m.location_field_pc_count,
	staff_count: m.location_field_staff_count,
	volunteer_count: m.location_field_volunteer_count,
	trained_count: m.location_field_trained_count,
	gids_checked_on: m.location_field_gids_checked_on,
	registration_account: m.location_field_registration_account
};

const PRECISIONS: Record<Place['precision'], () => string> = {
	address: m.location_precision_address,
	street: m.location_precision_street,
	town: m.location_precision_town,
	largest_town: m.location_precision_unknown,
	municipality_centroid: m.location_precision_unknown
};

/** What a detail is called on its field and in the history. */
export const detailLabel = (trait: DetailTrait): string => LABELS[trait]();

/** How sure coordinates are, in words. */
export const precisionLabel = (precision: Place['precision']): string => PRECISIONS[precision]();

/** The value of a detail in words. */
export function detailText(trait: DetailTrait, value: unknown, locale: string): string {
	if (value === null) return m.location_not_known();
	if (typeof value === 'boolean') return value ? m.location_yes() : m.location_no();
	if (trait === 'place') {
		const place = value as Place;
		const sure = precisionLabel(place.precision);
		return m.location_place_said({ coordinates: coordinatesText(place), sure });
	}
	if (trait === 'location_type') return locationTypeLabel(String(value));
	if (trait === 'service_variant') return serviceVariantLabel(String(value));
	if (trait === 'gids_checked_on') return formatDay(String(value), locale);
	return String(value);
}

/** What a row about a detail says: "Adres vanaf 31 januari 2022: Markt 1 (eerst: niet bekend)". */
export function detailSaid(row: TraitRow, locale: string): string {
	if (row.trait === 'seat') {
		const { names } = row.value as Seat;
		const from = formatDay(row.validFrom, locale);
		return m.location_seat_said({ library: names[0], municipality: names[1], from });
	}
	const trait = DETAIL_TRAITS.find((one) => one === row.trait);
	if (!trait) return row.trait;
	const said = {
		what: detailLabel(trait),
		from: formatDay(row.validFrom, locale),
		value: detailText(trait, row.value, locale)
	};
	return row.replaced === null
		? m.location_said(said)
		: m.location_said_instead({ ...said, before: detailText(trait, row.replaced, locale) });
}
