import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { DEMO_ACCOUNTS } from '#lib/server/access/account/demo-accounts.ts';
import { listHistory, listRecentChanges } from '#lib/server/ledger/change/queries.ts';
import { findWorkLibrary } from '#lib/server/work/update/queries.ts';
import { undoEntry } from '#lib/server/work/update/service.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
let library: WorkSubject;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	// A library of Rijnbrink.
	library = (await findWorkLibrary(database.db, 'bibliotheek-hengelo', TODAY))!;
});
afterAll(() => database.drop());

async function demoUser(email: string): Promise<User> {
	return database.db
		.selectFrom('appUser')
		.select(['id', 'name', 'email', 'role', 'supportInstituteId', 'organisation'])
		.where('email', '=', email)
		.$narrowType<{ role: User['role'] }>()
		.executeTakeFirstOrThrow();
}

const rijnbrink = () => demoUser('adviseur.rijnbrink@voorbeeld.nl');
const history = (reader: User | undefined) =>
	listHistory(database.db, reader, library, { limit: 500 });

describe('what the demo story recorded', () => {
	it.each(DEMO_ACCOUNTS.filter(({ role }) => role === 'advisor').map(({ email }) => email))(
		'is her own for %s',
		async (email) => {
			const user = await demoUser(email);
			const filter = { recordedBy: user.id };
			const { entries } = await listRecentChanges(database.db, user, filter, { limit: 20 });
			expect(entries.length).toBeGreaterThan(0);
			expect(entries.filter(({ correctedBy }) => !correctedBy).every((one) => one.mayUndo)).toBe(
				true
			);
		}
	);

	it('is undone by the adviser whose POI recorded it, and by no other adviser', async () => {
		const { entries } = await history(await rijnbrink());
		const mine = entries.find((one) => one.mayUndo && one.subject.level === 'library')!;
		const others = await demoUser('adviseur.cubiss@voorbeeld.nl');
		expect(await undoEntry(database.db, others, library, mine.id, TODAY)).toEqual({
			outcome: 'forbidden'
		});
		const undone = await undoEntry(database.db, await rijnbrink(), library, mine.id, TODAY);
		expect(undone.outcome).toBe('recorded');
		const after = await history(await rijnbrink());
		expect(after.entries.find(({ id }) => id === mine.id)?.correctedBy?.kind).toBe('undone');
	});

	it('leaves what KB recorded to the programme manager', async () => {
		const { entries } = await history(await rijnbrink());
		const byKb = entries.filter(({ organisation }) => organisation === 'KB');
		expect(byKb.some(({ mayUndo }) => mayUndo)).toBe(false);
	});

	it('names a person to colleagues, and only the organisation to everybody else', async () => {
		const colleague = await history(await rijnbrink());
		expect(colleague.entries.map(({ person }) => person)).toContain('Adviseur Rijnbrink');
		const outsiders = [
			undefined,
			await demoUser('belanghebbende@voorbeeld.nl'),
			await demoUser('beheerder@voorbeeld.nl'),
			await demoUser('adviseur.cubiss@voorbeeld.nl')
		];
		for (const reader of outsiders) {
			const { entries } = await history(reader);
			expect(new Set(entries.map(({ person }) => person))).toEqual(new Set([null]));
			expect(entries.some(({ mayUndo, mayCorrect }) => mayUndo || mayCorrect)).toBe(false);
		}
	});
});
