import { sql, type Kysely } from 'kysely';
import type { AsOf } from '#lib/as-of/as-of.ts';
import type { Day } from '#lib/day/day.ts';
import { forecastDay } from '#lib/forecast/params.ts';
import { quarterEnds, scoreForecast, type Score } from '#lib/forecast/score.ts';
import type { DB } from '#lib/server/db/schema.ts';
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
 * forecasts themselves only use what was known on their own day.
 */
export async function readTrackRecord(
	db: Kysely<DB>,
	forecasts: Forecasts,
	asOf: AsOf,
	today: Day,
	dataVersion: number
): Promise<TrackRecord> {
	const knownOn = asOf.knownOn ?? today;
	const judgedOn = forecastDay(asOf, today);
	const found = quarterEnds(FIRST_QUARTER, judgedOn).map((day) =>
		forecasts.find(day, today, dataVersion)
	);
	const openedOn = await readOpenings(db, judgedOn, knownOn);
	return {
		scores: found.flatMap((one) =>
			one.state === 'ready' && one.forecast ? scoreForecast(one.forecast, openedOn, judgedOn) : []
		),
		computing: found.filter(({ state }) => state === 'computing').length,
		judgedOn,
		knownOn
	};
}

/** The day that each point opened, of those open by `validOn` as known on `knownOn`. */
async function readOpenings(db: Kysely<DB>, validOn: Day, knownOn: Day): Promise<Map<number, Day>> {
	const query = sql<{ pointId: number; openedOn: Day }>`
		select information_point_id as point_id, opened_on from information_point_state stand
		where stand.valid_from <= ${validOn} and stand.valid_to > ${validOn}
			and stand.known_from <= ${knownOn} and stand.known_to > ${knownOn}
			and stand.opened_on is not null`;
	const { rows } = await query.execute(db);
	return new Map(rows.map(({ pointId, openedOn }) => [pointId, openedOn]));
}
