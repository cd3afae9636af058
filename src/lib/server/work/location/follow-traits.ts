import type { Transaction, Updateable } from 'kysely';
import { FOREVER } from '#lib/base/day/day.ts';
import type { Place } from '#lib/network/trait/details.ts';
import { saidOn, type Trait } from '#lib/network/trait/trait.ts';
import { listTraits } from '#lib/server/network/trait/queries.ts';
import type { DB, InformationPoint } from '#lib/server/platform/db/schema.ts';

type Columns = Updateable<InformationPoint>;

/** The traits that the point itself says too, for everything that lists, searches and draws points. */
const COLUMNS: Partial<Record<Trait, (value: unknown) => Columns>> = {
	name: (value) => ({ name: String(value) }),
	town: (value) => ({ town: String(value) }),
	location_type: (value) => ({ locationType: String(value) }),
	host_name: (value) => ({ hostName: textOrNull(value) }),
	service_variant: (value) => ({ serviceVariant: textOrNull(value) }),
	address: (value) => ({ address: textOrNull(value) }),
	postcode: (value) => ({ postcode: textOrNull(value) }),
	place: (value) => {
		const { lat, lon, precision } = value as Place;
		return { lat, lon, locationPrecision: precision };
	}
};

const textOrNull = (value: unknown) => (value === null ? null : String(value));

/** True for a trait that is a column of the point: such a thing cannot lie in the future. */
export const isColumn = (trait: Trait) => trait in COLUMNS;

/**
 * Brings the columns of a point up to date with what was said of these traits: the last that still
 * counts, or what the point said before anybody said anything.
 */
export async function followTraits(
	trx: Transaction<DB>,
	pointId: number,
	traits: ReadonlySet<Trait>
): Promise<void> {
	const columns = [...traits].filter(isColumn);
	if (columns.length === 0) return;
	const said = await listTraits(trx, pointId, columns);
	const changes = columns.map((trait) =>
		COLUMNS[trait]!(saidOn(said, trait, FOREVER)?.value ?? null)
	);
	await trx
		.updateTable('informationPoint')
		.set(Object.assign({}, ...changes) as Columns)
		.where('id', '=', pointId)
		.execute();
}
