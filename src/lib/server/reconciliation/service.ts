import type { Kysely } from 'kysely';
import { parseAsOf, type AsOf, type Notice } from '#lib/as-of/as-of.ts';
import type { Figure, FigureContext } from '#lib/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import { COUNTED_BY_METRIC, exactnessOf, publisherOf } from '#lib/reconciliation/published.ts';
import type { CountedMetric } from '#lib/reconciliation/published.ts';
import type { ReconciliationRow } from '#lib/reconciliation/reconciliation-row.ts';
import { COUNTED, reconcile } from '#lib/reconciliation/reconcile.ts';
import type { OwnCounts } from '#lib/reconciliation/reconcile.ts';
import { DEFINITION_OF, reconciliationTable } from '#lib/reconciliation/texts.ts';
import { readToday } from '#lib/server/clock.ts';
import { readDataState } from '#lib/server/data-version.ts';
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

/** The table of the page with its dates, for an address of one of its files. */
export async function readReconciliationOf(
	db: Kysely<DB>,
	params: URLSearchParams
): Promise<Pick<Figure, 'table' | 'definitions'> & { context: FigureContext; notices: Notice[] }> {
	const [today, { demoData }] = await Promise.all([readToday(db), readDataState(db)]);
	const { asOf, notices } = parseAsOf(params, today);
	const anchors = new Set(COUNTED.map((counted) => DEFINITION_OF[counted]));
	return {
		notices,
		table: reconciliationTable(await readReconciliation(db, asOf)),
		definitions: [...anchors].map((anchor) => ({ anchor, about: anchor })),
		context: {
			validOn: asOf.validOn,
			knownOn: asOf.knownOn ?? today,
			filters: [],
			source: m.progress_source(),
			demoData
		}
	};
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
