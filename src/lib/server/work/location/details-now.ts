import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { DETAIL_TRAITS, type Details } from '#lib/network/trait/details.ts';
import { holdingOn, standingRows, type TraitRow } from '#lib/network/trait/trait.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What the point itself says; the other details are read from their rows. */
const readPoint = (db: Kysely<DB>, id: number) =>
	db
		.selectFrom('informationPoint')
		.select(['name', 'town', 'locationType', 'hostName', 'serviceVariant', 'address', 'postcode'])
		.select(['lat', 'lon', 'locationPrecision'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();

/** What is known of a location on a day, given the rows about its details. */
export async function readDetails(
	db: Kysely<DB>,
	id: number,
	said: readonly TraitRow[],
	day: Day
): Promise<Details> {
	const point = await readPoint(db, id);
	const { lat, lon, locationPrecision: precision } = point;
	const details = Object.fromEntries(
		DETAIL_TRAITS.map((trait) => [trait, holdingOn(standingRows(said, trait), day)?.value ?? null])
	);
	return {
		...(details as Details),
		...{ name: point.name, town: point.town, location_type: point.locationType },
		...{ host_name: point.hostName, service_variant: point.serviceVariant },
		...{ address: point.address, postcode: point.postcode },
		place: { lat, lon, precision }
	};
}
