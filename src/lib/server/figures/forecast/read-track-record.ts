import { sql, type Kysely } from 'kysely';
import { earliestDay, type Day } from '#lib/base/day/day.ts';
import { asMadeOn, forecastDates, type ForecastDates } from '#lib/figures/forecast/dates.ts';
import {
	quarterEnds,
	scoreForecast,
	type Outcomes,
	type Score
} from '#lib/figures/forecast/score.ts';
import { pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import type { Forecasts } from './forecasts.ts';

/** The first quarter that ended after the first opening. */
const FIRST_QUARTER: Day = '2019-09-30';

export interface TrackRecord {
	/** One per quarter whose forecast is there, oldest first. */
	scores: readonly Score[];
	/** Forecasts that are still being made. */
	computing: number;
	/** The day on which they are judged, and what was known then. */
	judgedOn: Day;
	knownOn: Day;
}

/**
 * The forecasts of the quarters before the day of judging, each with what came of it by then. The
 * forecasts themselves only use what was known on their own day. With filters only the points that
 * they let through on the day of judging are judged; a point has the same forecast in any choice.
 */
export async function readTrackRecord(
	db: Kysely<DB>,
	forecasts: Forecasts,
	{ asOf, today, filters }: Where,
	dataVersion: number
): Promise<TrackRecord> {
	const knownOn = asOf.knownOn ?? today;
	const { day: judgedOn } = forecastDates(asOf, today);
	const where = {
		...{ today, asOf: { validOn: judgedOn, knownOn } },
		filters: { ...filters, statuses: [] }
	};
	const [found, outcomes] = await Promise.all([
		forecasts.findAllSoon(judgedBefore(judgedOn), today, dataVersion),
		readOutcomes(db, where)
	]);
	return {
		scores: found.flatMap((one) =>
			one.state === 'ready' && one.forecast ? scoreForecast(one.forecast, outcomes, judgedOn) : []
		),
		computing: found.filter(({ state }) => state === 'computing').length,
		judgedOn,
		knownOn
	};
}

/** The forecasts that are judged on a day: those of the quarters that ended before it. */
export const judgedBefore = (day: Day): ForecastDates[] =>
	quarterEnds(FIRST_QUARTER, day).map(asMadeOn);

/** What became of the points by D as known on K, and which of them the filters let through. */
async function readOutcomes(db: Kysely<DB>, where: Where): Promise<Outcomes> {
	const query = sql<{ pointId: number; libraryId: number; openedOn: Day | null }>`
		select information_point_id as point_id, library_id, opened_on from information_point_state stand
		where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}`;
	const { rows } = await query.execute(db);
	const openings = rows.flatMap(({ pointId, openedOn }): [number, Day][] =>
		openedOn ? [[pointId, openedOn]] : []
	);
	const firstOf = new Map<number, Day>();
	for (const { libraryId, openedOn } of rows) {
		const first = earliestDay([firstOf.get(libraryId), openedOn]);
		if (first) firstOf.set(libraryId, first);
	}
	return {
		openedOn: new Map(openings),
		firstOf,
		points: isUnfiltered(where.filters) ? null : new Set(rows.map(({ pointId }) => pointId))
	};
}
