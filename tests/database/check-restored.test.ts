import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRestored } from '#db/backup/check-restored.ts';
import { withClient } from '#db/backup/restore-beside.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	setToday
} from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
	const { ownerDb, db } = database;
	await insertBasics(ownerDb);
	const { id } = await insertLibrary(ownerDb);
	await insertInformationPoint(ownerDb, id, await insertMunicipality(ownerDb));
	await setToday(ownerDb, '2021-05-10');
	await db.transaction().execute((trx) =>
		appendEvents(trx, { id: 'test', organisation: 'Proef-POI' }, [
			{
				...{ subject: libraryOf(id), milestoneCode: 'training' },
				...{ kind: 'achieved', effectiveOn: '2021-05-03' }
			}
		])
	);
});
afterAll(() => database.drop());

/** What is found when the rows themselves are not compared: that is done with a whole backup. */
async function found(): Promise<string[]> {
	const exchange = { folder: '', giveToServer: () => Promise.resolve() };
	const manifest = {
		...{ format: 1 as const, madeAt: '', postgresql: '', migrations: [], tables: {}, sequences: {} }
	};
	const findings = await withClient(database.ownerUrl, (client) =>
		checkRestored(client, database.ownerDb, exchange, manifest)
	);
	return findings.map(({ ok, text }) => `${ok ? 'right' : 'wrong'}: ${text}`);
}

describe('the check of what was put back', () => {
	it('makes the projections again from the ledger, names one that differs, and changes nothing', async () => {
		expect(await found()).toContain('right: milestone_state follows from the ledger.');
		await database.ownerDb.deleteFrom('milestoneState').execute();
		for (let times = 1; times <= 2; times++) {
			expect(await found()).toContain('wrong: milestone_state does NOT follow from the ledger.');
			expect(await found()).toContain('right: information_point_state follows from the ledger.');
		}
	});

	it('names what is kept of looks when it differs', async () => {
		expect(await found()).toContain('right: last_look follows from the ledger.');
		await database.ownerDb.deleteFrom('lastLook').execute();
		expect(await found()).toContain('wrong: last_look does NOT follow from the ledger.');
	});
});
