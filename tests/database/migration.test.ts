import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMigrator, listPendingMigrations, readMigrations } from '#db/migrate.ts';
import { readCatalogue } from './catalogue.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
const names = Object.keys(await readMigrations());

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

/** One step up or down; the name of the migration that ran. */
async function step(direction: 'migrateUp' | 'migrateDown'): Promise<string | undefined> {
	const { error, results } = await createMigrator(database.ownerDb)[direction]();
	if (error) throw new Error(`${direction} failed`, { cause: error });
	return results?.[0]?.migrationName;
}

describe('the migrations', () => {
	it('that a database does not have yet are known by name', async () => {
		expect(await listPendingMigrations(database.ownerDb)).toEqual([]);
		const undone = await step('migrateDown');
		expect(await listPendingMigrations(database.ownerDb)).toEqual([undone]);
		await step('migrateUp');
	});

	it('go all the way down and leave nothing behind', async () => {
		const undone: (string | undefined)[] = [];
		for (let left = names.length; left > 0; left--) undone.push(await step('migrateDown'));
		expect(undone).toEqual(names.toReversed());
		expect(await readCatalogue(database.ownerDb)).toEqual([]);
	});

	it.each(names)(
		'%s: its down restores the schema of before, and it goes up again',
		async (name) => {
			const before = await readCatalogue(database.ownerDb);
			expect(await step('migrateUp')).toBe(name);
			const after = await readCatalogue(database.ownerDb);
			expect(after).not.toEqual(before);
			expect(await step('migrateDown')).toBe(name);
			expect(await readCatalogue(database.ownerDb)).toEqual(before);
			await step('migrateUp');
			expect(await readCatalogue(database.ownerDb)).toEqual(after);
		}
	);
});
