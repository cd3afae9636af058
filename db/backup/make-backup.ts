import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { makeFolder } from '#lib/server/platform/env/make-folder.ts';
import { copyOut, type Exchange } from './exchange.ts';
import { listTables, readMigrationNames, readSequences } from './list-tables.ts';
import { MANIFEST_FILE, tableFile, type Manifest } from './manifest.ts';
import { BackupProblem } from './problem.ts';
import { keepSecrets } from './secrets.ts';

/**
 * Writes everything the product knows into the new folder `target`: all rows as they were at one
 * moment, also while others write, and the secrets. The folder appears when it is whole.
 */
export async function makeBackup(
	client: pg.Client,
	exchange: Exchange,
	{ dataDir, target, now }: { dataDir: string; target: string; now: Date }
): Promise<Manifest> {
	if (await stat(target).catch(() => undefined)) {
		throw new BackupProblem(`The folder ${target} is there already; choose another.`);
	}
	const draft = `${target}.half`;
	await rm(draft, { recursive: true, force: true });
	await makeFolder(draft, 0o700);
	try {
		const manifest = await copyDatabase(client, exchange, draft, now);
		await keepSecrets(dataDir, draft);
		const text = `${JSON.stringify(manifest, null, '\t')}\n`;
		await writeFile(join(draft, MANIFEST_FILE), text, { mode: 0o600, flush: true });
		await rename(draft, target);
		return manifest;
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		throw error;
	}
}

async function copyDatabase(
	client: pg.Client,
	exchange: Exchange,
	folder: string,
	now: Date
): Promise<Manifest> {
	await client.query('begin isolation level repeatable read read only');
	try {
		const tables: Manifest['tables'] = {};
		for (const table of await listTables(client)) {
			const copy = await copyOut(client, exchange, table, join(folder, tableFile(table.name)));
			tables[table.name] = { columns: table.columns, ...copy };
		}
		const { rows } = await client.query<{ version: string }>(
			`select current_setting('server_version') as version`
		);
		return {
			format: 1,
			madeAt: now.toISOString(),
			postgresql: rows[0]?.version ?? '',
			migrations: await readMigrationNames(client),
			tables,
			// Read last: a number that was given out meanwhile is only skipped.
			sequences: await readSequences(client)
		};
	} finally {
		await client.query('rollback');
	}
}
