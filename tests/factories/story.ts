import type { Insertable, Kysely } from 'kysely';
import type { DB, Event } from '#lib/server/platform/db/schema.ts';
import { rebuildMilestoneState } from '#lib/server/ledger/event/append.ts';

type StoryEvent = Pick<Insertable<Event>, 'kind' | 'effectiveOn'> & Partial<Insertable<Event>>;

/**
 * Writes a history with its own recording days (noon of the day it holds when absent) and makes the
 * projection again. `db` connects as the owner of the tables.
 */
export async function insertStory(db: Kysely<DB>, events: readonly StoryEvent[]): Promise<void> {
	const rows = events.map((event) => ({
		milestoneCode: 'opening',
		recordedAt: `${event.effectiveOn}T12:00:00Z`,
		recordedBy: 'test',
		recordedFor: 'Testbureau',
		...event
	}));
	await db.insertInto('event').values(rows).execute();
	await rebuildMilestoneState(db);
}
