import { sql, type Kysely } from 'kysely';
import type { TraitRow, Trait } from '#lib/network/trait/trait.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A row with who recorded it, for who works on the point. */
export interface RecordedTrait extends TraitRow {
	note: string | null;
	/** Rows of one batch were recorded together. */
	batchId: number | null;
	recordedBy: string;
	recordedFor: string;
	/** By name; null when the account is gone. */
	author: string | null;
}

/** Everything that was ever said of these traits of a point, in the order of recording. */
export async function listTraits(
	db: Kysely<DB>,
	pointId: number,
	traits: readonly Trait[]
): Promise<RecordedTrait[]> {
	const { rows } = await sql<RecordedTrait>`
		select said.id, said.trait, said.value, said.valid_from, said.valid_until, said.replaced, said.undoes_id,
			said.note, said.batch_id, said.recorded_on, said.recorded_by, said.recorded_for, author.name as author
		from point_trait said left join app_user author on author.id = said.recorded_by
		where said.information_point_id = ${pointId} and said.trait = any (${[...traits]})
		order by said.id`.execute(db);
	return rows;
}

/** The same of many points at once, by point. */
export async function listTraitsOf(
	db: Kysely<DB>,
	pointIds: readonly number[],
	traits: readonly Trait[]
): Promise<ReadonlyMap<number, TraitRow[]>> {
	const { rows } = await sql<TraitRow & { pointId: number }>`
		select said.information_point_id as point_id, said.id, said.trait, said.value, said.valid_from, said.valid_until,
			said.replaced, said.undoes_id, said.recorded_on
		from point_trait said
		where said.information_point_id = any (${[...pointIds]}::int[]) and said.trait = any (${[...traits]})
		order by said.id`.execute(db);
	return Map.groupBy(rows, ({ pointId }) => pointId);
}
