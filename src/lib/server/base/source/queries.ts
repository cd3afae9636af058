import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Every published figure with its own date, definition and source; sources may disagree. */
export function listPublishedFigures(db: Kysely<DB>) {
	return db
		.selectFrom('publishedFigure')
		.select(['id', 'dated', 'description', 'valueText', 'unit', 'source', 'confidence'])
		.orderBy('appliesOn')
		.orderBy('id')
		.execute();
}

/** The policy targets in the order of their announcement. */
export function listTargets(db: Kysely<DB>) {
	return db
		.selectFrom('target')
		.select(['id', 'metric', 'value', 'announcedOn', 'dueOn', 'statementNl', 'statementEn'])
		.select(['source', 'confidence'])
		.orderBy('announcedOn')
		.orderBy('dueOn')
		.execute();
}
