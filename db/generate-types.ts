import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { connect } from '#lib/server/platform/db/connect.ts';
import { readEnvOrExit } from '#lib/server/platform/env/env.ts';
import { startEmbedded } from './embedded.ts';
import { migrateToLatest } from './migrate.ts';

/**
 * `npm run db:types`: writes src/lib/server/platform/db/schema.ts from a fresh, migrated database.
 * With `--check` it writes nothing and fails when the file is not what it would write.
 */
const TYPES_FILE = new URL('../src/lib/server/platform/db/schema.ts', import.meta.url);
const CODEGEN = new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url);

const env = readEnvOrExit();
const embedded = env.DATABASE_URL ? undefined : await startEmbedded(env.DATA_DIR);
const serverUrl = embedded?.adminUrl ?? env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL ?? '';
try {
	const generated = await inFreshDatabase(serverUrl, generateTypes);
	if (!process.argv.includes('--check')) {
		await writeFile(TYPES_FILE, generated);
	} else if ((await readFile(TYPES_FILE, 'utf8')) !== generated) {
		console.error(
			'src/lib/server/platform/db/schema.ts differs from the migrations: run `npm run db:types`.'
		);
		process.exitCode = 1;
	}
} finally {
	await embedded?.stop();
}

/** Calls `use` with the address of a new, migrated database, and drops it afterwards. */
async function inFreshDatabase<T>(server: string, use: (url: string) => Promise<T>): Promise<T> {
	const name = `ido_types_${randomBytes(6).toString('hex')}`;
	const serverDb = connect(server, { poolSize: 1 });
	try {
		await sql`create database ${sql.id(name)}`.execute(serverDb);
		const url = new URL(server);
		url.pathname = `/${name}`;
		const db = connect(url.href, { poolSize: 1 });
		await migrateToLatest(db).finally(() => db.destroy());
		return await use(url.href);
	} finally {
		await sql`drop database if exists ${sql.id(name)} with (force)`.execute(serverDb);
		await serverDb.destroy();
	}
}

async function generateTypes(url: string): Promise<string> {
	const outFile = join(tmpdir(), `ido-types-${randomBytes(6).toString('hex')}.ts`);
	await promisify(execFile)(process.execPath, [
		CODEGEN.pathname,
		...['--url', url],
		...['--dialect', 'postgres'],
		'--camel-case',
		...['--date-parser', 'string'],
		...['--numeric-parser', 'number'],
		...['--type-mapping', '{"int8":"number"}'],
		...['--exclude-pattern', '{kysely_*,pgboss.*}'],
		...['--out-file', outFile]
	]);
	return readFile(outFile, 'utf8').finally(() => rm(outFile));
}
