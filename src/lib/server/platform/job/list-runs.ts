import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

export interface JobRun {
	id: string;
	name: string;
	state: string;
	createdOn: Date;
	completedOn: Date | null;
}

/** The last runs of these jobs, the newest first; they are kept for a week. */
export async function listRuns(db: Kysely<DB>, names: readonly string[]): Promise<JobRun[]> {
	const { rows } = await sql<JobRun>`
		select id::text as id, name, state::text as state, created_on, completed_on from pgboss.job
		where name = any (${[...names]}::text[])
		order by created_on desc, id limit 20`.execute(db);
	return rows;
}
