import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * The dated events of the programme as they were known on a day (null: now): of each the last row, but
 * none that was withdrawn. What comes from the reference was known from the start.
 */
export function programmeEventsKnown(db: Kysely<DB>, knownOn: Day | null) {
	const last = db
		.selectFrom('programmeEvent')
		.selectAll()
		.distinctOn('code')
		.orderBy('code')
		.orderBy('recordedAt', (by) => by.desc().nullsLast())
		.orderBy('id', 'desc')
		.$if(knownOn !== null, (query) =>
			query.where((is) => is.or([is('recordedOn', 'is', null), is('recordedOn', '<=', knownOn)]))
		);
	return db.selectFrom(last.as('event')).where('withdrawn', '=', false);
}

/** Those events in the order of their days. */
export function listProgrammeEvents(db: Kysely<DB>, knownOn: Day | null = null) {
	return programmeEventsKnown(db, knownOn)
		.select(['id', 'code', 'kind', 'startsOn', 'endsOn', 'titleNl', 'titleEn'])
		.select(['reasonNl', 'reasonEn', 'source', 'confidence', 'recordedOn', 'recordedFor'])
		.orderBy('startsOn')
		.orderBy('id')
		.execute();
}
