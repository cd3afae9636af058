import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { SaidOfLate } from '#lib/network/standing/why-late.ts';
import { reasonLabel } from '#lib/ledger/milestone/reason.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import { holdsOnBoth, statusDay, type Where } from '#lib/server/base/selection/where.ts';

/** A point that is not open and was planned once, or is on hold. */
interface LatePoint {
	pointId: number;
	libraryId: number;
	municipalityCode: string;
	reasonCode: string | null;
	/** What is expected, when that day has not passed. */
	expectedOn: Day | null;
	/** Not open although it was planned to be, or without the plan that it once had. */
	late: boolean;
	/** The day since which its opening is on hold; null when it is not. */
	heldSince: Day | null;
}

/** A list of places: its points, the libraries that run them or the municipalities they stand in. */
export type LatePlaces = 'points' | 'libraries' | 'municipalities';

const COLUMNS = {
	points: sql.ref('stand.information_point_id'),
	libraries: sql.ref('stand.library_id'),
	municipalities: sql.ref('stand.municipality_code')
};
const KEYS: Record<LatePlaces, (point: LatePoint) => number | string> = {
	points: ({ pointId }) => pointId,
	libraries: ({ libraryId }) => libraryId,
	municipalities: ({ municipalityCode }) => municipalityCode
};

/** What was said of each late place, reasons in the language of the reader; absent when nothing was. */
export type Reasons = Record<LatePlaces, ReadonlyMap<number | string, SaidOfLate>>;

export const NO_REASONS: Reasons = {
	points: new Map(),
	libraries: new Map(),
	municipalities: new Map()
};

/**
 * Why what is late is not open on (D, K): why the opening is on hold, or else why its plan is what it
 * is. A place is on hold, for that reason, when every point planned for its next day is. Else it has the
 * reason of the late point whose plan it waits for: the earliest, else the one that was withdrawn. Of the
 * whole country, or only of these places.
 */
export async function listReasons(
	db: Kysely<DB>,
	where: Where,
	only: { places: LatePlaces; ids: readonly (number | string)[] } | null = null
): Promise<Reasons> {
	if (only?.ids.length === 0) return NO_REASONS;
	const day = statusDay(where);
	const chosen = only ? sql`${COLUMNS[only.places]} = any (${[...only.ids]})` : sql`true`;
	const query = sql<LatePoint>`
		with awaited as materialized (
			select stand.information_point_id as point_id, stand.library_id, stand.municipality_code,
				stand.awaited_on, stand.first_plan_on, coalesce(stand.opening = 'on_hold', false) as on_hold,
				stand.first_plan_on is not null and (stand.awaited_on is null or stand.awaited_on < ${day}
					or stand.first_plan_on < ${day}) as late
			from information_point_state stand
			where ${holdsOnBoth('stand', where)} and ${chosen} and stand.opened_on is null
				and (stand.first_plan_on is not null or stand.opening = 'on_hold')
		)
		select awaited.point_id, awaited.library_id, awaited.municipality_code, awaited.late, told.reason_code,
			case when told.forecast_on >= ${day} then told.forecast_on end as expected_on,
			case when awaited.on_hold then told.held_since end as held_since
		from awaited left join lateral (
			select coalesce(min(step.reason_code) filter (where step.lane = 'status'),
				min(step.reason_code) filter (where step.lane = 'plan')) as reason_code,
				max(step.target_on) filter (where step.lane = 'forecast') as forecast_on,
				min(step.on_day) filter (where step.lane = 'status') as held_since
			from milestone_state step
			where step.information_point_id = awaited.point_id and step.milestone_code = 'opening'
				and step.lane in ('plan', 'forecast', 'status') and ${holdsOnBoth('step', where)}
		) told on true
		order by awaited.awaited_on nulls last, awaited.on_hold, awaited.first_plan_on, awaited.point_id`;
	const [{ rows }, labels] = await Promise.all([query.execute(db), readReasonLabels(db)]);
	const said = ({ reasonCode, expectedOn }: LatePoint): SaidOfLate => ({
		reason: reasonCode === null ? undefined : reasonLabel(labels, reasonCode, getLocale()),
		expectedOn
	});
	const per = (places: LatePlaces) => {
		const told = new Map<number | string, SaidOfLate>();
		for (const [place, points] of Map.groupBy(rows, KEYS[places])) {
			const [next] = points;
			const heldSince = next?.heldSince ?? null;
			const telling = heldSince === null ? points.find(({ late }) => late) : next;
			if (telling) told.set(place, { ...said(telling), heldSince });
		}
		return told;
	};
	return {
		points: per('points'),
		libraries: per('libraries'),
		municipalities: per('municipalities')
	};
}
