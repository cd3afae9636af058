import type { Kysely } from 'kysely';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { Measure } from '#lib/figures/forecast/forecast.ts';
import type { PolicyTarget, RolloutProgress } from '#lib/figures/progress/types.ts';
import { changesOf, drawCurve } from '#lib/figures/progress/curve.ts';
import { quarterEndBefore } from '#lib/figures/progress/query.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listFactChanges } from '#lib/server/figures/progress/list-fact-changes.ts';
import { listTargets } from '#lib/server/base/source/queries.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import type { View } from '#lib/base/selection/view.ts';

/** What the chart of a forecast begins with. */
export type ReadPast = Pick<RolloutProgress, 'rows' | 'query' | 'view' | 'today'> & {
	targets: PolicyTarget[];
};

/** The fact up to the day of a forecast and the targets announced by then, as known on its other day. */
export async function readPast(
	db: Kysely<DB>,
	{ day, knownOn }: ForecastDates,
	given: View,
	measure: Measure
): Promise<ReadPast> {
	const filters = { ...given.filters, statuses: [] };
	const asOf = { validOn: day, knownOn };
	const [facts, targets] = await Promise.all([
		listFactChanges(db, { asOf, today: knownOn, filters }, measure),
		isUnfiltered(filters) ? listTargets(db) : []
	]);
	const announced = targets.filter(({ announcedOn }) => announcedOn <= day);
	const { rows } = drawCurve(changesOf(facts, [], null), {
		...{ factDay: day, validOn: day },
		reached: announced.flatMap(({ value }) => value ?? [])
	});
	return {
		rows: rows.filter((row) => row.day <= day),
		query: { measure, compareOn: quarterEndBefore(day) },
		view: { ...given, filters, asOf },
		today: day,
		targets: announced
	};
}
