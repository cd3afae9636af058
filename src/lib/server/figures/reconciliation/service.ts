import type { Kysely } from 'kysely';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureContext } from '#lib/base/charts/figure.ts';
import type { Day } from '#lib/base/day/day.ts';
import {
	COUNTED_BY_METRIC,
	exactnessOf,
	publisherOf
} from '#lib/figures/reconciliation/published.ts';
import type { CountedMetric } from '#lib/figures/reconciliation/published.ts';
import type {
	NamedCause,
	ReconciliationRow
} from '#lib/figures/reconciliation/reconciliation-row.ts';
import { COUNTED, reconcile } from '#lib/figures/reconciliation/reconcile.ts';
import type { Cause, Counted, OwnCounts } from '#lib/figures/reconciliation/reconcile.ts';
import { DEFINITION_OF, reconciliationTable } from '#lib/figures/reconciliation/texts.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { readMostlyUnfilled } from '#lib/server/ledger/last-look/unfilled.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { sayFact, saySource } from '#lib/server/base/source/say-fact.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { isUnfiltered, NO_FILTERS, type Filters } from '#lib/base/selection/filters.ts';
import type { View } from '#lib/base/selection/view.ts';
import {
	listCausePlaces,
	listPublishedCounts,
	readChosenCounts,
	readOwnCounts,
	type CausePlace,
	type PublishedCountRow
} from './queries.ts';

/** What is read once for all published counts. */
interface Ours {
	counts: ReadonlyMap<Day, OwnCounts>;
	/** Under `DAY CAUSE`. */
	placesOf: ReadonlyMap<string, readonly CausePlace[]>;
	/** What the filters let through; null without filters. */
	chosen: ReadonlyMap<Day, Record<Counted, number>> | null;
	mostlyUnfilled: boolean;
}

/**
 * Every published count up to D beside ours of its own day, as known on K; oldest first. What is
 * published is about the whole country, so filters only say how many of ours are within them, and
 * which places to name. Filters by status do not apply.
 */
export async function readReconciliation(
	db: Kysely<DB>,
	asOf: AsOf,
	filters: Filters = NO_FILTERS
): Promise<ReconciliationRow[]> {
	const published = await listPublishedCounts(db, asOf);
	const days = [...new Set(published.map(({ appliesOn }) => appliesOn))];
	const [counts, unfilled, { places, chosen }] = await Promise.all([
		readOwnCounts(db, days, asOf),
		readMostlyUnfilled(db),
		readChosen(db, days, asOf, { ...filters, statuses: [] })
	]);
	const placesOf = Map.groupBy(places, ({ day, cause }) => `${day} ${cause}`);
	return published.map((row) =>
		toRow(row, { counts, placesOf, chosen, mostlyUnfilled: unfilled !== null })
	);
}

/** The places, and with filters how many there are within them; day by day, because filters have one. */
async function readChosen(
	db: Kysely<DB>,
	days: readonly Day[],
	{ knownOn }: AsOf,
	filters: Filters
): Promise<{ places: CausePlace[]; chosen: Ours['chosen'] }> {
	const whereOn = (day: Day): Where => ({ asOf: { validOn: day, knownOn }, today: day, filters });
	const registered = days.filter((day) => day >= FIRST_DAY);
	const [first] = registered;
	if (first === undefined) return { places: [], chosen: null };
	if (isUnfiltered(filters)) {
		return { places: await listCausePlaces(db, registered, whereOn(first)), chosen: null };
	}
	const read = await Promise.all(
		registered.map(async (day) => {
			const where = whereOn(day);
			const [places, counts] = await Promise.all([
				listCausePlaces(db, [day], where),
				readChosenCounts(db, where)
			]);
			return { day, places, counts };
		})
	);
	return {
		places: read.flatMap(({ places }) => places),
		chosen: new Map(read.map(({ day, counts }) => [day, counts]))
	};
}

/** What the page shows for an address. */
export interface ReconciliationPage {
	rows: ReconciliationRow[];
	view: View;
	today: Day;
	/** Both dates, the filters and the source. */
	context: FigureContext;
}

/** Reads what the page or its file shows. */
export async function readReconciliationPage(question: Question): Promise<ReconciliationPage> {
	const { db, view, today, supportInstitutes } = question;
	return {
		rows: await readReconciliation(db, view.asOf, view.filters),
		...{ view, today },
		context: viewContext(question, supportInstitutes)
	};
}

/** The table of the page. */
export function reconciliationFigure({
	rows,
	context
}: Pick<ReconciliationPage, 'rows' | 'context'>): Pick<Figure, 'table' | 'definitions'> {
	const anchors = new Set(COUNTED.map((counted) => DEFINITION_OF[counted]));
	return {
		table: reconciliationTable(rows, context.filters.length > 0),
		definitions: [...anchors].map((anchor) => ({ anchor, about: anchor }))
	};
}

function toRow(
	row: PublishedCountRow,
	{ counts, placesOf, chosen, mostlyUnfilled }: Ours
): ReconciliationRow {
	const { id, dated, appliesOn, valueText, unit, description, source } = row;
	const own = counts.get(appliesOn);
	const counted = COUNTED_BY_METRIC[row.metric as CountedMetric];
	const exactness = exactnessOf(valueText, description);
	const beside =
		own && reconcile({ counted, value: row.value, exactness }, { ...own, mostlyUnfilled });
	return {
		id,
		counted,
		dated,
		appliesOn,
		valueText,
		unit: sayFact(unit),
		description: sayFact(description),
		source: saySource(source),
		publisher: publisherOf(source),
		ours: beside?.ours ?? null,
		difference: beside?.difference ?? null,
		chosen: chosen?.get(appliesOn)?.[counted] ?? null,
		causes: (beside?.causes ?? []).map((cause) =>
			withPlaces(cause, placesOf.get(`${appliesOn} ${cause.name}`) ?? [])
		)
	};
}

function withPlaces(cause: Cause, places: readonly CausePlace[]): NamedCause {
	const within = places.filter(({ chosen }) => chosen);
	return {
		...cause,
		places: within.map(({ kind, key, name }) => ({ kind, key, name })),
		elsewhere: places.length - within.length
	};
}
