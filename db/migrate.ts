import { readdir } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration, type MigrationResultSet } from 'kysely/migration';

const MIGRATIONS = new URL('./migrations/', import.meta.url);

/** All migrations by name, in the order of their names. */
export async function readMigrations(): Promise<Record<string, Migration>> {
	const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.ts')).sort();
	const entries = files.map(async (file) => {
		const migration = (await import(new URL(file, MIGRATIONS).href)) as Migration;
		return [file.replace(/\.ts$/, ''), migration] as const;
	});
	return Object.fromEntries(await Promise.all(entries));
}

/** A migrator over `db/migrations`. `db` connects as the role that owns the schema. */
export function createMigrator<T>(db: Kysely<T>): Migrator {
	return new Migrator({ db, provider: { getMigrations: readMigrations } });
}

/**
 * Brings the schema up to date and returns the names of the migrations that ran now.
 * Throws the error of the first migration that failed, with its name; nothing of it is kept.
 */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<string[]> {
	return namesOf(await createMigrator(db).migrateToLatest());
}

/** The migrations that the database does not have yet, read without the lock of the migrator. */
export async function listPendingMigrations<T>(db: Kysely<T>): Promise<string[]> {
	const names = Object.keys(await readMigrations());
	const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
	const done = new Set(rows.map((row) => row.name));
	return names.filter((name) => !done.has(name));
}

function namesOf({ error, results }: MigrationResultSet): string[] {
	const failed = results?.find((result) => result.status === 'Error');
	if (error) {
		throw new Error(`migration ${failed?.migrationName ?? '(unknown)'} failed`, { cause: error });
	}
	return (results ?? []).map((result) => result.migrationName);
}

if (import.meta.main) {
	const { withOwnerDb } = await import('./owner.ts');
	const { ensureAppRole } = await import('./roles.ts');
	await withOwnerDb(async (db) => {
		const ran = await migrateToLatest(db);
		await ensureAppRole(db);
		console.log(ran.length > 0 ? `Migrated: ${ran.join(', ')}.` : 'The database is up to date.');
	});
}
