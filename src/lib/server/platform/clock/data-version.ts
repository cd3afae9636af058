import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What every answer says of the data it was made from. */
export interface DataState {
	/** Rises with every write. */
	version: number;
	/** True while invented data is loaded. */
	demoData: boolean;
}

/** The version of the data, and whether it is demo data. Read it before the figures it labels. */
export function readDataState(db: Kysely<DB>): Promise<DataState> {
	return db
		.selectFrom('dataVersion')
		.innerJoin('installation', (join) => join.onTrue())
		.select(['dataVersion.version', 'installation.demoData'])
		.executeTakeFirstOrThrow();
}
