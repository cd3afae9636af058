import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { SaidOfLate } from '#lib/network/standing/why-late.ts';
import { reasonLabel } from '#lib/ledger/milestone/reason.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import { holdsOnBoth, statusDay, type Where } from '#lib/server/base/selection/where.ts';

interface LatePoint {
	pointId: number;
	libraryId: number;
	municipalityCode: string;
	reasonCode: string | null;
	/** What is expected, when that day has not passed. */
	expectedOn: Day | null;
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
 * is. A place has the reason of the point whose plan it waits for: the earliest, else the one that was
 * withdrawn. Of the whole country, or only of these places.
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
		with late as materialized (
			select stand.information_point_id as point_id, stand.library_id, stand.municipality_code,
				stand.awaited_on, stand.first_plan_on
			from information_point_state stand
			where ${holdsOnBoth('stand', where)} and ${chosen} and stand.opened_on is null
				and stand.first_plan_on is not null
				and (stand.awaited_on is null or stand.awaited_on < ${day} or stand.first_plan_on < ${day})
		)
		select late.point_id, late.library_id, late.municipality_code, told.reason_code,
			case when told.forecast_on >= ${day} then told.forecast_on end as expected_on
		from late left join lateral (
			select coalesce(min(step.reason_code) filter (where step.lane = 'status'),
				min(step.reason_code) filter (where step.lane = 'plan')) as reason_code,
				max(step.target_on) filter (where step.lane = 'forecast') as forecast_on
			from milestone_state step
			where step.information_point_id = late.point_id and step.milestone_code = 'opening'
				and step.lane in ('plan', 'forecast', 'status') and ${holdsOnBoth('step', where)}
		) told on true
		order by late.awaited_on nulls last, late.first_plan_on, late.point_id`;
	const [{ rows }, labels] = await Promise.all([query.execute(db), readReasonLabels(db)]);
	const said = ({ reasonCode, expectedOn }: LatePoint): SaidOfLate => ({
		reason: reasonCode === null ? undefined : reasonLabel(labels, reasonCode, getLocale()),
		expectedOn
	});
	const per = (places: LatePlaces) => {
		const first = new Map<number | string, SaidOfLate>();
		for (const point of rows) {
			const place = KEYS[places](point);
			if (!first.has(place)) first.set(place, said(point));
		}
		return first;
	};
	return {
		points: per('points'),
		libraries: per('libraries'),
		municipalities: per('municipalities')
	};
}
