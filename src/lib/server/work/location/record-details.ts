import { sql, type Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { DETAIL_TRAITS, type DetailTrait, type Place } from '#lib/network/trait/details.ts';
import { listTraits, type RecordedTrait } from '#lib/server/network/trait/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listWorkPoints, lockWriters } from '#lib/server/work/update/queries.ts';
import { detailErrors } from '#lib/work/location/details-form.ts';
import { LONGITUDE } from '#lib/work/location/pick-place.ts';
import { sameName } from '#lib/work/update/same-name.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { readDetails } from './details-now.ts';
import { isColumn } from './follow-traits.ts';
import { appendTraits, type TraitOutcome } from './record-traits.ts';

/** What was changed on the form with details. */
export interface DetailsForm {
	changes: ReadonlyMap<DetailTrait, unknown>;
	validFrom: Day;
	/** The newest row about details when the form was made; null when there was none. */
	basedOn: number | null;
	note: string | null;
	/** Said yes to: it lies in another municipality, and is meant so. */
	elsewhereMeant: boolean;
}

export type DetailsOutcome =
	| TraitOutcome
	| { outcome: 'invalid'; errors: Errors }
	| { outcome: 'elsewhere'; town: string; municipality: string };

/**
 * Records what was changed of a location, as one batch. Only what somebody recorded since of the
 * same details is a conflict.
 */
export async function recordDetails(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject,
	{ changes, validFrom, basedOn, note, elsewhereMeant }: DetailsForm,
	today: Day
): Promise<DetailsOutcome> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const said = await listTraits(trx, point.id, DETAIL_TRAITS);
		const known = await readDetails(trx, point.id, said, today);
		const different = new Map(
			[...changes].filter(
				([trait, value]) => JSON.stringify(known[trait]) !== JSON.stringify(value)
			)
		);
		if (different.size === 0) return { outcome: 'unchanged' };
		const theirs = newerThan(said, basedOn).find(({ trait }) =>
			different.has(trait as DetailTrait)
		);
		if (theirs) return { outcome: 'conflict', theirs };
		const others = await listWorkPoints(trx, point.library.id, today);
		const errors = detailErrors({
			...{ details: { ...known, ...Object.fromEntries(different) }, changes: different, today },
			...{ names: others.filter(({ id }) => id !== point.id).map(({ name }) => name), sameName }
		});
		if (Object.keys(errors).length > 0) return { outcome: 'invalid', errors };
		const place = different.get('place') as Place | undefined;
		const elsewhere =
			place && !elsewhereMeant ? await findElsewhere(trx, point.id, place, today) : undefined;
		if (elsewhere) return { outcome: 'elsewhere', ...elsewhere };
		const rows = [...different].map(([trait, value]) => ({
			...{ trait, value, validFrom },
			// What was never said in a row before is what the point itself says until now.
			replaced: isColumn(trait) ? known[trait] : null
		}));
		return appendTraits(trx, user, point, rows, { label: 'details', note });
	});
}

const newerThan = (said: readonly RecordedTrait[], basedOn: number | null) =>
	said.filter(({ id }) => id > (basedOn ?? 0));

/** The nearest place when it lies in another municipality than the point: its boundaries are schematic. */
async function findElsewhere(
	db: Kysely<DB>,
	pointId: number,
	{ lat, lon }: Place,
	today: Day
): Promise<{ town: string; municipality: string } | undefined> {
	const { rows } = await sql<{ town: string; municipality: string; own: boolean }>`
		select place.name as town, municipality.name as municipality, exists (
			select from information_point_period period join place_municipality own
				on own.municipality_code = period.municipality_code
			where period.information_point_id = ${pointId} and period.valid_from <= ${today} and ${today} < period.valid_to
				and own.place_id = place.id and own.valid_from <= ${today} and ${today} < own.valid_to) as own
		from place join place_municipality lies on lies.place_id = place.id
			and lies.valid_from <= ${today} and ${today} < lies.valid_to
			join municipality on municipality.code = lies.municipality_code
		order by (place.lat - ${lat}) ^ 2 + ((place.lon - ${lon}) * ${LONGITUDE}::float8) ^ 2, place.id limit 1`.execute(
		db
	);
	const [nearest] = rows;
	return nearest && !nearest.own ? nearest : undefined;
}
