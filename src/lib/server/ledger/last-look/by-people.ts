import { sql } from 'kysely';

/** The condition on table `event` that somebody recorded it: it was not loaded from public sources. */
export const byPeople = sql<boolean>`not exists (
	select from event_batch batch where batch.id = event.batch_id and batch.kind = 'seed')`;
