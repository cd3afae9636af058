import type { Trait } from './trait.ts';

/** The traits on the form with the details of a location, in its order. */
export const DETAIL_TRAITS = [
	'name',
	'location_type',
	'host_name',
	'service_variant',
	'address',
	'postcode',
	'town',
	'place',
	'private_space',
	'wheelchair',
	'printer',
	'pc_count',
	'staff_count',
	'volunteer_count',
	'trained_count',
	'gids_checked_on',
	'registration_account'
] as const satisfies readonly Trait[];

export type DetailTrait = (typeof DETAIL_TRAITS)[number];

/** What everybody may read: what a visitor finds there. Who works there is for KB and the POI. */
export const PUBLIC_FACILITIES = ['private_space', 'wheelchair', 'printer', 'pc_count'] as const;

/** How sure coordinates that somebody filled in are. */
export const PRECISIONS = ['address', 'street', 'town'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Where a location lies on the map. */
export interface Place {
	lat: number;
	lon: number;
	precision: Precision | 'largest_town' | 'municipality_centroid';
}

/** What is known of a location, by trait; null is not known. */
export type Details = Record<DetailTrait, unknown>;
