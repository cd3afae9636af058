import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Place } from '#lib/network/trait/details.ts';
import { saidOn, type Trait, type TraitRow } from '#lib/network/trait/trait.ts';
import type { InformationPoint } from './information-point.ts';

/**
 * What a point itself says of now, and its rows of each day. Not its kind: whether it stands in a
 * library counts for all days (docs/decisions/0048-traits-are-rows.md).
 */
export const DATED_DETAILS = [
	'name',
	'host_name',
	'service_variant',
	'address',
	'postcode',
	'town',
	'place'
] as const satisfies readonly Trait[];

type Dated = Pick<
	InformationPoint,
	| 'name'
	| 'hostName'
	| 'serviceVariant'
	| 'address'
	| 'postcode'
	| 'town'
	| 'lat'
	| 'lon'
	| 'locationPrecision'
>;

/**
 * The point with its name, address and place as they were on D, as known on K, given its rows about
 * {@link DATED_DETAILS}. What nobody ever said anything of is as the point says it.
 */
export function withDetailsOn<Point extends Dated>(
	point: Point,
	rows: readonly TraitRow[],
	{ validOn, knownOn }: AsOf
): Point {
	const on = <Value>(trait: Trait, now: Value): Value => {
		const said = saidOn(rows, trait, validOn, knownOn);
		return said ? (said.value as Value) : now;
	};
	const { lat, lon, locationPrecision: precision } = point;
	const place: Place = on('place', null) ?? { lat, lon, precision };
	return {
		...point,
		// A point always has a name and a town, whatever is not known of it.
		...{ name: on('name', null) ?? point.name, town: on('town', null) ?? point.town },
		hostName: on('host_name', point.hostName),
		serviceVariant: on('service_variant', point.serviceVariant),
		address: on('address', point.address),
		postcode: on('postcode', point.postcode),
		...{ lat: place.lat, lon: place.lon, locationPrecision: place.precision }
	};
}
