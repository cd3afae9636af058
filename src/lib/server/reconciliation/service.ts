import type { Kysely } from 'kysely';
import type { AsOf } from '#lib/as-of/as-of.ts';
import { COUNTED_BY_METRIC, exactnessOf, publisherOf } from '#lib/reconciliation/published.ts';
import type { CountedMetric } from '#lib/reconciliation/published.ts';
import type { ReconciliationRow } from '#lib/reconciliation/reconciliation-row.ts';
import { reconcile } from '#lib/reconciliation/reconcile.ts';
import type { OwnCounts } from '#lib/reconciliation/reconcile.ts';
import type { DB } from '#lib/server/db/schema.ts';
import {
	listCausePlaces,
	listPublishedCounts,
	readOwnCounts,
	type CausePlace,
	type PublishedCountRow
} from './queries.ts';

/** Every published count up to D beside ours of its own day, as known on K; oldest first. */
export async function readReconciliation(db: Kysely<DB>, asOf: AsOf): Promise<ReconciliationRow[]> {
	const published = await listPublishedCounts(db, asOf);
	const days = [...new Set(published.map(({ appliesOn }) => appliesOn))];
	const [counts, places] = await Promise.all([
		readOwnCounts(db, days, asOf),
		listCausePlaces(db, days, asOf)
	]);
	const placesOf = Map.groupBy(places, ({ day, cause }) => `${day} ${cause}`);
	return published.map((row) => toRow(row, counts.get(row.appliesOn), placesOf));
}

function toRow(
	row: PublishedCountRow,
	own: OwnCounts | undefined,
	placesOf: ReadonlyMap<string, readonly CausePlace[]>
): ReconciliationRow {
	const { id, dated, appliesOn, valueText, unit, description, source } = row;
	const counted = COUNTED_BY_METRIC[row.metric as CountedMetric];
	const exactness = exactnessOf(valueText, description);
	const beside = own && reconcile({ counted, value: row.value, exactness }, own);
	return {
		id,
		counted,
		dated,
		appliesOn,
		valueText,
		unit,
		description,
		source,
		publisher: publisherOf(source),
		ours: beside?.ours ?? null,
		difference: beside?.difference ?? null,
		causes: (beside?.causes ?? []).map((cause) => ({
			...cause,
			places: (placesOf.get(`${appliesOn} ${cause.name}`) ?? []).map(({ kind, key, name }) => {
				return { kind, key, name };
			})
		}))
	};
}
