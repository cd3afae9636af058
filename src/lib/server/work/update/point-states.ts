import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { PointStanding } from '#lib/work/update/point-standing-text.ts';

export interface PointState extends PointStanding {
	id: number;
	name: string;
	town: string;
}

const NOTHING: PointStanding = {
	...{ openedOn: null, planOn: null, forecastOn: null, firstPlanOn: null },
	...{ openingStatus: null, openingStatusOn: null, operation: null }
};

/** How the opening of each of these locations stands today, in one query. */
export async function listPointStates<Point extends { id: number }>(
	db: Kysely<DB>,
	points: readonly Point[],
	today: Day
): Promise<(PointStanding & Point)[]> {
	if (points.length === 0) return [];
	const ids = points.map(({ id }) => id);
	const { rows } = await sql<PointStanding & { id: number }>`
		select information_point_id as id,
			max(on_day) filter (where milestone_code = 'opening' and kind = 'achieved') as opened_on,
			max(target_on) filter (where milestone_code = 'opening' and lane = 'plan') as plan_on,
			max(target_on) filter (where milestone_code = 'opening' and lane = 'forecast') as forecast_on,
			max(target_on) filter (where milestone_code = 'opening' and lane = 'first_plan') as first_plan_on,
			max(kind) filter (where milestone_code = 'opening' and lane = 'status') as opening_status,
			max(on_day) filter (where milestone_code = 'opening' and lane = 'status') as opening_status_on,
			max(kind) filter (where milestone_code = 'operation') as operation
		from milestone_state
		where information_point_id = any(${ids}::int[]) and milestone_code in ('opening', 'operation')
			and lane in ('plan', 'forecast', 'first_plan', 'status') and valid_from <= ${today} and ${today} < valid_to
			and known_from <= ${today} and ${today} < known_to
		group by information_point_id`.execute(db);
	const states = new Map(rows.map((row) => [row.id, row]));
	return points.map((point) => ({
		...NOTHING,
		...states.get(point.id),
		...point
	}));
}
