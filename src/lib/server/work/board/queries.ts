import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { toDayNumber, type DayNumber } from '#lib/base/day/day-number.ts';
import { codesOfSteps, stepsPerSubject } from '#lib/ledger/milestone-states/milestone-states.ts';
import {
	CLOSED_FOR_GOOD,
	REALISED,
	statesOn,
	type PointStates
} from '#lib/ledger/point-states/point-states.ts';
import { readMilestoneStates } from '#lib/server/ledger/milestone-states/read-milestone-states.ts';
import { readCountry } from '#lib/server/ledger/point-states/read-country.ts';
import { looksNow } from '#lib/server/ledger/last-look/looks-now.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { milestonesNow } from '#lib/server/work/update/milestones-now.ts';
import { inScope, type WorkScope } from '#lib/server/work/update/in-scope.ts';
import { isLate, tasksOf } from '#lib/server/work/update/work-tasks.ts';
import type { LibrarySteps, PointSteps } from '#lib/work/board/phase.ts';

export interface LibraryRow extends LibrarySteps {
	id: number;
	slug: string;
	name: string;
}

/**
 * How far each library of the scope is today, with its locations that exist; by name. What is done and what
 * exists comes from memory (docs/decisions/0015-points-in-memory.md): the phase of every library is
 * asked to put them in columns.
 */
export async function listLibrarySteps(
	db: Kysely<DB>,
	scope: WorkScope,
	today: Day
): Promise<LibraryRow[]> {
	const [{ rows }, milestones, { states }] = await Promise.all([
		sql<Omit<LibraryRow, keyof LibrarySteps>>`
			select id, slug, name from library where ${inScope(scope, today)} order by name, id`.execute(db),
		readMilestoneStates(db),
		readCountry(db)
	]);
	const on = toDayNumber(today);
	const ofLibraries = stepsPerSubject(milestones.library, on, on);
	const points = pointsPerLibrary(
		states,
		stepsPerSubject(milestones.information_point, on, on),
		on
	);
	return rows.map((row) => ({
		...row,
		done: codesOfSteps(ofLibraries.get(row.id) ?? 0),
		points: points.get(row.id) ?? []
	}));
}

/** The locations that exist on a day, by the id of their library. */
function pointsPerLibrary(
	states: PointStates,
	steps: ReadonlyMap<number, number>,
	on: DayNumber
): Map<number, PointSteps[]> {
	const points = new Map<number, PointSteps[]>();
	for (const row of statesOn(states, on, on)) {
		const [id, flags] = [states.pointId[row]!, states.flags[row]!];
		const point = {
			...{ id, done: codesOfSteps(steps.get(id) ?? 0) },
			...{ opened: (flags & REALISED) !== 0, closed: (flags & CLOSED_FOR_GOOD) !== 0 }
		};
		const others = points.get(states.libraryId[row]!);
		if (others) others.push(point);
		else points.set(states.libraryId[row]!, [point]);
	}
	return points;
}

/** What a card tells beside its phase. */
export interface CardFacts {
	libraryId: number;
	overdue: number;
	lastOn: Day | null;
	/** The milestones with a plan that are not reached. */
	plans: { milestoneCode: string; pointId: number | null; planOn: Day }[];
	/** Its locations, by name. */
	points: { id: number; name: string }[];
}

/** The facts of these libraries, in one query. */
export async function listCardFacts(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	today: Day
): Promise<Map<number, CardFacts>> {
	if (libraryIds.length === 0) return new Map();
	const few = milestonesNow(sql`id = any (${[...libraryIds]}::int[])`, today);
	const { rows } = await sql<CardFacts>`
		with ${tasksOf(few, today)},
		planned as (
			select library_id, json_agg(json_build_object('milestone_code', milestone_code, 'point_id', point_id,
				'plan_on', coalesce(forecast_on, plan_on))) as plans
			from milestone_now where plan_on is not null and status = 'open' group by library_id
		),
		named as (
			select point.library_id, json_agg(json_build_object('id', own.id, 'name', own.name)
				order by own.name, own.id) as points
			from point join information_point own on own.id = point.id group by point.library_id
		),
		late as (
			select library_id, count(*)::int as overdue from task where ${isLate} group by library_id
		)
		select scope.id as library_id, coalesce(late.overdue, 0) as overdue, coalesce(planned.plans, '[]') as plans,
			coalesce(named.points, '[]') as points, looked.last_on
		from scope
		left join named on named.library_id = scope.id
		left join planned on planned.library_id = scope.id
		left join late on late.library_id = scope.id
		left join (${looksNow('scope', 'point')}) looked on looked.library_id = scope.id`.execute(db);
	return new Map(rows.map((row) => [row.libraryId, row]));
}
