import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	constraintMessage,
	explainedConstraints
} from '#lib/server/platform/db/constraint-message.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { insertBasics, insertLibrary, setToday } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
});
afterAll(() => database.drop());

describe('the messages of constraints', () => {
	it('are about constraints that exist', async () => {
		const { rows } = await sql<{ name: string }>`
			select conname as name from pg_constraint union select tgname from pg_trigger`.execute(database.db);
		const names = rows.map((row) => row.name);
		expect(explainedConstraints.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('come from the error itself, and other errors have none', async () => {
		const { id } = await insertLibrary(database.ownerDb);
		await setToday(database.ownerDb, '2021-05-10');
		const event = {
			...{ subject: libraryOf(id), milestoneCode: 'training' },
			...{ kind: 'achieved' as const, effectiveOn: '2021-05-11' }
		};
		const failure = await database.db
			.transaction()
			.execute((trx) => appendEvents(trx, { id: 'x', organisation: 'x' }, [event]))
			.catch((error: unknown) => error);
		expect(constraintMessage(failure)).toContain('toekomst');
		expect(constraintMessage(new Error('something else'))).toBeUndefined();
	});
});
