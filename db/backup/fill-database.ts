import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { createMigrator, readMigrations } from '../migrate.ts';
import { ensureAppRole } from '../roles.ts';
import { copyIn, type Exchange } from './exchange.ts';
import { list, listTables } from './list-tables.ts';
import { MANIFEST_FILE, manifest as shape, tableFile, type Manifest } from './manifest.ts';
import { BackupProblem } from './problem.ts';

/** Reads what a backup says of itself; throws a sentence when it is none that this version knows. */
export async function readManifest(folder: string): Promise<Manifest> {
	const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => undefined);
	if (text === undefined)
		throw new BackupProblem(`${folder} is no backup: it has no ${MANIFEST_FILE}.`);
	const read = shape.safeParse(asJson(text));
	if (!read.success) throw new BackupProblem(`${join(folder, MANIFEST_FILE)} is damaged.`);
	const known = Object.keys(await readMigrations());
	const unknown = read.data.migrations.filter((name) => !known.includes(name));
	if (unknown.length > 0) {
		throw new BackupProblem(
			`The backup was made by a newer version of this product (it knows ${unknown.join(', ')}). ` +
				'Restore it with that version.'
		);
	}
	return read.data;
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Brings an empty database to the migrations of the backup, as the owner of the tables. */
export async function migrateAsBackup(ownerDb: Kysely<DB>, manifest: Manifest): Promise<void> {
	const last = manifest.migrations.at(-1) ?? '';
	const { error } = await createMigrator(ownerDb).migrateTo(last);
	if (error) throw new Error('the tables of the backup could not be made', { cause: error });
	await ensureAppRole(ownerDb);
}

/** Puts the rows of a backup into a database that has its tables, all of it or nothing. */
export async function fillDatabase(
	client: pg.Client,
	exchange: Exchange,
	folder: string,
	manifest: Manifest
): Promise<void> {
	const tables = Object.entries(manifest.tables);
	await client.query('begin');
	try {
		// Rows come with what triggers made of them, and in any order.
		await client.query('set local session_replication_role = replica');
		const there = await listTables(client);
		await client.query(`truncate ${list(there.map(({ name }) => name))}`);
		for (const [name, { columns, sha256 }] of tables) {
			await copyIn(client, exchange, { name, columns, sha256 }, join(folder, tableFile(name)));
		}
		for (const [name, last] of Object.entries(manifest.sequences)) {
			const args = [`public.${name}`, last ?? 1, last !== null];
			await client.query('select setval($1::regclass, $2::bigint, $3)', args);
		}
		await client.query('commit');
	} catch (error) {
		await client.query('rollback').catch(() => undefined);
		throw error;
	}
	await client.query('analyze');
}
