import { sql, type Kysely } from 'kysely';
import { isMostlyUnfilled, type Unfilled } from '#lib/ledger/last-look/unfilled.ts';
import type { Day } from '#lib/base/day/day.ts';
import { byPeople } from './by-people.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState, type DataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The last answer of each database: every page asks, and only a write changes it. */
const answers = new WeakMap<Kysely<DB>, { key: string; answer: Promise<Unfilled> }>();

/**
 * How many libraries of today nobody filled in, while these are most of them; else null. What was
 * loaded from public sources fills in nobody, and invented data fill in everybody.
 */
export async function readMostlyUnfilled(
	db: Kysely<DB>,
	known?: { state: DataState; today: Day }
): Promise<Unfilled | null> {
	const state = known?.state ?? (await readDataState(db));
	if (state.demoData) return null;
	const today = known?.today ?? (await readToday(db));
	const unfilled = await readUnfilled(db, today, state.version);
	return isMostlyUnfilled(unfilled) ? unfilled : null;
}

function readUnfilled(db: Kysely<DB>, today: Day, version: number): Promise<Unfilled> {
	const key = `${version} ${today}`;
	const before = answers.get(db);
	if (before?.key === key) return before.answer;
	const answer = countUnfilled(db, today);
	answers.set(db, { key, answer });
	answer.catch(() => answers.delete(db));
	return answer;
}

async function countUnfilled(db: Kysely<DB>, today: Day): Promise<Unfilled> {
	const { rows } = await sql<Unfilled>`
		select count(*)::int as libraries, (count(*) filter (where not exists (
			select from event where event.library_id = library.id and ${byPeople}
		) and not exists (
			select from information_point_period period join event using (information_point_id)
			where period.library_id = library.id and ${byPeople}
		)))::int as unfilled
		from library where active_from <= ${today} and ${today} < active_to`.execute(db);
	return rows[0]!;
}
