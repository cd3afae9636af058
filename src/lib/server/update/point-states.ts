import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import type { DB } from '#lib/server/db/schema.ts';

export interface PointState {
	id: number;
	name: string;
	town: string;
	openedOn: Day | null;
	plannedOn: Day | null;
	/** The first plan, also when it was withdrawn. */
	firstPlannedOn: Day | null;
	/** What it does now: `temporarily_closed`, `online_only`, `permanently_closed`, or null for nothing said. */
	operation: string | null;
}

/** How the opening of each of these locations stands today, in one query. */
export async function listPointStates(
	db: Kysely<DB>,
	points: readonly { id: number; name: string; town: string }[],
	today: Day
): Promise<PointState[]> {
	if (points.length === 0) return [];
	const ids = points.map(({ id }) => id);
	const { rows } = await sql<Omit<PointState, 'name' | 'town'>>`
		select information_point_id as id,
			max(on_day) filter (where milestone_code = 'opening' and kind = 'achieved') as opened_on,
			max(target_on) filter (where milestone_code = 'opening' and lane = 'plan') as planned_on,
			max(target_on) filter (where milestone_code = 'opening' and lane = 'first_plan') as first_planned_on,
			max(kind) filter (where milestone_code = 'operation') as operation
		from milestone_state
		where information_point_id = any(${ids}::int[]) and milestone_code in ('opening', 'operation')
			and lane in ('plan', 'first_plan', 'status') and valid_from <= ${today} and ${today} < valid_to
			and known_from <= ${today} and ${today} < known_to
		group by information_point_id`.execute(db);
	const states = new Map(rows.map((row) => [row.id, row]));
	return points.map((point) => ({
		...{ openedOn: null, plannedOn: null, firstPlannedOn: null, operation: null },
		...states.get(point.id),
		...point
	}));
}
