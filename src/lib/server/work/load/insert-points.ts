import { sql, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { LoadPoint } from '#lib/work/load/plan.ts';

/**
 * Adds the locations of a first file, and describes those that were there without a description.
 * Answers their ids, by what the file calls them.
 */
export async function insertPoints(
	trx: Transaction<DB>,
	user: User,
	points: readonly LoadPoint[]
): Promise<Map<string, number>> {
	const { demoData } = await trx
		.selectFrom('installation')
		.select('demoData')
		.executeTakeFirstOrThrow();
	const added = points.filter(({ existingId }) => existingId === null);
	const there = points.filter(({ existingId }) => existingId !== null);
	const inserted =
		added.length === 0
			? []
			: await trx
					.insertInto('informationPoint')
					.values(
						added.map((point) => ({
							...columnsOf(point, user),
							...{ name: point.name, templateId: point.templateId, createdBy: user.id },
							// With demo data around it, nothing that is loaded can be told from invention.
							invented: demoData
						}))
					)
					.returning('id')
					.execute();
	const ids = new Map<string, number>([
		...added.map(({ ref }, at) => [ref, inserted[at]!.id] as const),
		...there.map(({ ref, existingId }) => [ref, existingId!] as const)
	]);
	await describe(trx, user, there);
	const periods = points.flatMap((point) =>
		point.periods.map((period) => ({ ...period, informationPointId: ids.get(point.ref)! }))
	);
	if (periods.length > 0) {
		await trx.insertInto('informationPointPeriod').values(periods).execute();
	}
	return ids;
}

function columnsOf({ place, lat, lon, locationPrecision }: LoadPoint, user: User) {
	const { town, locationType, hostName, serviceVariant, address, postcode } = place;
	return {
		...{ town, locationType, hostName, serviceVariant, address, postcode },
		...{ lat, lon, locationPrecision, source: user.organisation, confidence: 'reported' }
	};
}

async function describe(
	trx: Transaction<DB>,
	user: User,
	points: readonly LoadPoint[]
): Promise<void> {
	if (points.length === 0) return;
	const ids = points.map(({ existingId }) => existingId!);
	await trx.deleteFrom('informationPointPeriod').where('informationPointId', 'in', ids).execute();
	const rows = JSON.stringify(
		points.map((point) => {
			const { place, lat, lon, locationPrecision } = point;
			return {
				...{ id: point.existingId, lat, lon, location_precision: locationPrecision },
				...{ town: place.town, location_type: place.locationType, host_name: place.hostName },
				...{ service_variant: place.serviceVariant, address: place.address },
				postcode: place.postcode
			};
		})
	);
	await sql`
		update information_point point set town = told.town, location_type = told.location_type,
			host_name = told.host_name, service_variant = told.service_variant, address = told.address,
			postcode = told.postcode, lat = told.lat, lon = told.lon,
			location_precision = told.location_precision, source = ${user.organisation},
			confidence = 'reported'
		from json_populate_recordset(null::information_point, ${rows}::json) told
		where point.id = told.id`.execute(trx);
}
