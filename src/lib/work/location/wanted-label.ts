import type { Wanted } from '#lib/network/trait/completeness.ts';
import { m } from '#lib/paraglide/messages.js';

const LABELS: Record<Wanted, () => string> = {
	address: m.location_wanted_address,
	postcode: m.location_wanted_postcode,
	place: m.location_wanted_place,
	service_variant: m.location_wanted_service_variant,
	hours: m.location_wanted_hours,
	private_space: m.location_wanted_private_space,
	wheelchair: m.location_wanted_wheelchair,
	printer: m.location_wanted_printer,
	pc_count: m.location_wanted_pc_count,
	staff_count: m.location_wanted_staff_count,
	trained_count: m.location_wanted_trained_count,
	gids_checked_on: m.location_wanted_gids_checked_on,
	registration_account: m.location_wanted_registration_account
};

/** What is wanted, in a word or two for in a list. */
export const wantedLabel = (wanted: Wanted): string => LABELS[wanted]();
