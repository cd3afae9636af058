import type { Kysely } from 'kysely';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readEnvOrExit, type Env } from '#lib/server/platform/env/env.ts';
import { startEmbedded } from './embedded.ts';

/**
 * For commands: calls `use` with the database of the settings, as the role that owns the schema,
 * and lets go of it afterwards. The embedded server is started when there is no `DATABASE_URL`.
 */
export async function withOwnerDb<T>(use: (db: Kysely<DB>, env: Env) => Promise<T>): Promise<T> {
	const env = readEnvOrExit();
	const embedded = env.DATABASE_URL ? undefined : await startEmbedded(env.DATA_DIR);
	const url = embedded?.ownerUrl ?? env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL ?? '';
	const db = connect(url, { poolSize: 2, applicationName: 'ido command' });
	try {
		return await use(db, env);
	} finally {
		await db.destroy();
		await embedded?.stop();
	}
}
