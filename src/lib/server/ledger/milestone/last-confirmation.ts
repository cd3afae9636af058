import { sql, type Kysely } from 'kysely';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Confirmation } from '#lib/ledger/milestone/confirmation.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import { isAbout } from '#lib/server/ledger/subject/columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readingDays, stateHolds } from './reading-days.ts';

/** When it was last said of a library, or of a point, that its record is still right; null for never. */
export async function findLastConfirmation(
	db: Kysely<DB>,
	subject: Subject,
	asOf: AsOf,
	today: Day
): Promise<Confirmation | null> {
	const { rows } = await sql<Confirmation>`
		select state.on_day as "on", event.recorded_for as organisation
		from milestone_state state join event on event.id = state.event_id
		where ${isAbout('state', subject)} and state.lane = 'confirmation' and state.milestone_code = ${RECORD} and ${stateHolds(readingDays(asOf, today))}
		limit 1`.execute(db);
	return rows[0] ?? null;
}
