import { sql, type Kysely } from 'kysely';
import { addDays, type Day } from '#lib/base/day/day.ts';
import type { Filters } from '#lib/base/selection/filters.ts';
import { historyKey, pointOf } from '#lib/ledger/subject/subject.ts';
import { openingPlan, type OpeningPlan } from '#lib/publish/feed/opening-plan.ts';
import { pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, holdsOnDay } from '#lib/server/base/selection/where.ts';
import { readHistories } from '#lib/server/ledger/change/histories.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What is over, or off, stays in a calendar as long as this: a client may not have looked for months. */
const DAYS_KEPT = 365;

/** A point with what a calendar says of its opening. */
export interface CalendarOpening extends OpeningPlan {
	id: number;
	name: string;
	address: string | null;
	postcode: string | null;
	town: string;
	library: string;
	municipality: string;
}

/**
 * The openings that are planned today, and those that took place or were called off lately. A point of
 * which the only plan was a mistake stands nowhere else any more: it is found by where it was meant to be.
 */
export async function listOpenings(
	db: Kysely<DB>,
	filters: Filters,
	today: Day
): Promise<CalendarOpening[]> {
	const where = { asOf: { validOn: today, knownOn: null }, today, filters };
	const since = addDays(today, -DAYS_KEPT);
	const { rows } = await sql<Omit<CalendarOpening, keyof OpeningPlan>>`
		select point.id, point.name, point.address, point.postcode, point.town, library.name as library,
			municipality.name as municipality
		from information_point_period stand
			join information_point point on point.id = stand.information_point_id
			join library on library.id = stand.library_id
			join municipality on municipality.code = stand.municipality_code
		where ${holdsOnDay('stand', where)} and ${pointFilter(where)}
			and (exists (
				select from information_point_state state
				where state.information_point_id = stand.information_point_id
					and ${holdsOnBoth('state', where)} and state.awaited_on is not null
			) or exists (
				select from event where event.information_point_id = stand.information_point_id
					and event.milestone_code in ('opening', 'operation') and event.recorded_on >= ${since}))
		order by point.id`.execute(db);
	const keyOf = (id: number, milestoneCode: string) => ({ subject: pointOf(id), milestoneCode });
	const histories = await readHistories(
		db,
		rows.flatMap(({ id }) => [keyOf(id, 'opening'), keyOf(id, 'operation')])
	);
	const eventsOf = (id: number, code: string) => histories.get(historyKey(keyOf(id, code))) ?? [];
	return rows.flatMap((row) => {
		const plan = openingPlan(eventsOf(row.id, 'opening'), eventsOf(row.id, 'operation'));
		if (!plan) return [];
		const isRunning = plan.state === 'planned' || plan.state === 'paused';
		return isRunning || plan.changedAt >= since ? [{ ...row, ...plan }] : [];
	});
}
