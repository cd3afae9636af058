import { sql, type Kysely } from 'kysely';
import { startEmbedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { APP_ROLE, asAppRole, ensureAppRole, grantAppRole, mayTakeAppRole } from '#db/roles.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Env } from '#lib/server/platform/env/env.ts';
import { refuseToFill } from './check-demo-accounts.ts';
import { StartProblem, step } from './progress.ts';
import type { Started } from './started.ts';

/** A migrated and seeded database. */
export interface PreparedDatabase {
	/** The address for the app, whose role cannot change the ledger. */
	appUrl: string;
}

interface Addresses extends PreparedDatabase {
	ownerUrl: string;
	embedded: boolean;
	/** Gives the server up; an embedded one stops when nobody else uses it. */
	stop(): Promise<void>;
}

async function findDatabase(env: Env): Promise<Addresses> {
	if (env.DATABASE_URL) {
		const ownerUrl = env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL;
		const stop = () => Promise.resolve();
		return { appUrl: env.DATABASE_URL, ownerUrl, embedded: false, stop };
	}
	const database = await step('Starting the database', () =>
		startEmbedded(env.DATA_DIR, { onTrouble: (message) => console.error(message) })
	).catch((cause: unknown) => {
		throw cause instanceof Error ? new StartProblem(cause.message, { cause }) : cause;
	});
	return { ...database, embedded: true };
}

async function checkServer(db: Kysely<DB>): Promise<void> {
	const query = sql<{ version: number }>`
		select current_setting('server_version_num')::int as version
	`;
	const { rows } = await query.execute(db).catch((cause: unknown) => {
		const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
		throw new StartProblem(`The database of DATABASE_URL does not answer: ${reason}`, { cause });
	});
	const version = rows[0]?.version ?? 0;
	if (version < 150_000) {
		throw new StartProblem(
			`PostgreSQL 15 or newer is needed; this is ${Math.floor(version / 10_000)}.`
		);
	}
}

/** The address for the app on a server of the operator: as the app's role when that is possible. */
async function chooseAppUrl(url: string): Promise<string> {
	const db = connect(url, { poolSize: 1 });
	try {
		if (await mayTakeAppRole(db)) return asAppRole(url);
		const { rows } = await sql<{ limited: boolean }>`
			select not has_table_privilege('event', 'UPDATE, DELETE, TRUNCATE') as limited
		`.execute(db);
		if (!rows[0]?.limited) {
			console.warn(
				`The app works with the rights of the owner of the tables, because it cannot become ${APP_ROLE}. ` +
					'The ledger is then protected by its trigger only; the README says how to give it a role.'
			);
		}
		return url;
	} finally {
		await db.destroy();
	}
}

async function fillWhenEmpty(ownerDb: Kysely<DB>, env: Env): Promise<void> {
	const { rows } = await sql<{ places: boolean; grants: boolean; toolkit: boolean }>`
		select exists (select from place) as places, exists (select from grant_scheme) as grants,
			exists (select from toolkit_item) as toolkit
		from library limit 1`.execute(ownerDb);
	const [has] = rows;
	if (has?.places && has.grants && has.toolkit) return;
	if (has) {
		const { addGrants, addPlaces, addToolkit } = await import('#seeds/seed.ts');
		if (!has.places) await step('Adding towns and villages', () => addPlaces(ownerDb));
		if (!has.grants) await step('Adding the subsidy schemes', () => addGrants(ownerDb));
		if (!has.toolkit) await step('Adding the toolkit', () => addToolkit(ownerDb));
		return;
	}
	refuseToFill(env);
	// Loaded only when needed: the seeds are much to read at each start.
	const { seedAll } = await import('#seeds/seed.ts');
	await step('Filling the database', () => seedAll(ownerDb, { demoToday: env.DEMO_TODAY }));
}

/** A server that is still being started gets this long before the process ends without it. */
const FIND_PATIENCE_MS = 5_000;

/**
 * Stops the server that is being found. A disk that does not answer must not keep a signal from
 * ending the start: the next start then adopts what came up after all.
 */
export async function stopWhenFound(
	finding: Promise<{ stop(): Promise<void> }>,
	patienceMs = FIND_PATIENCE_MS
): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, patienceMs, undefined);
	});
	const found = await Promise.race([finding.catch(() => undefined), tooLong]);
	clearTimeout(timer);
	await found?.stop();
}

/**
 * Everything the app needs of its database: the embedded server or the one of DATABASE_URL, migrated
 * by the owner, with the app's role, and seeded when empty. `started` learns how to stop the server,
 * also while all this is still going on.
 */
export async function prepareDatabase(env: Env, started: Started): Promise<PreparedDatabase> {
	const finding = findDatabase(env);
	started.add(() => stopWhenFound(finding));
	const { appUrl, ownerUrl, embedded } = await finding;
	const ownerDb = connect(ownerUrl, { poolSize: 2, applicationName: 'ido start' });
	try {
		await checkServer(ownerDb);
		await step('Bringing the database up to date', () => migrateToLatest(ownerDb));
		if ((await ensureAppRole(ownerDb)) && env.MIGRATION_DATABASE_URL) {
			await grantAppRole(ownerDb, decodeURIComponent(new URL(appUrl).username));
		}
		await fillWhenEmpty(ownerDb, env);
		return { appUrl: embedded ? appUrl : await chooseAppUrl(appUrl) };
	} finally {
		await ownerDb.destroy();
	}
}
