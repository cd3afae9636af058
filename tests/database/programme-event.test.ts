import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayKeepTimeline } from '#lib/access/account/permission.ts';
import type { EventSaid } from '#lib/programme/programme-event/programme-event.ts';
import { listProgrammeEvents } from '#lib/server/base/source/programme-events.ts';
import { listLockdowns } from '#lib/server/ledger/milestone/labels.ts';
import {
	addProgrammeEvent,
	changeProgrammeEvent,
	listEventEntries
} from '#lib/server/programme/programme-event/service.ts';
import { insertBasics, insertSupportInstitute, setToday } from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const author = { id: 'somebody', organisation: 'KB' };
const SAID: EventSaid = {
	...{ kind: 'campaign', startsOn: '2021-06-09', endsOn: null },
	...{ titleNl: 'Campagne begint', titleEn: 'Campaign starts', reasonNl: null, reasonEn: null },
	...{ source: 'https://voorbeeld.nl', confidence: 'sourced' }
};

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
});
afterAll(() => database.drop());
beforeEach(() => setToday(database.ownerDb, '2021-07-01'));

async function add(said: EventSaid): Promise<string> {
	const added = await addProgrammeEvent(database.db, author, said);
	if (!('code' in added)) throw new Error(added.outcome);
	return added.code;
}
const titles = async (knownOn: string | null = null) =>
	(await listProgrammeEvents(database.db, knownOn)).map(({ titleNl }) => titleNl);

describe('an event of the programme', () => {
	it('is added once, however often the same form comes', async () => {
		const said = { ...SAID, titleNl: 'Dubbel gestuurd' };
		const codes = await Promise.all([add(said), add(said), add(said)]);
		expect(new Set(codes)).toEqual(new Set(['2021-06-09-dubbel-gestuurd']));
		expect(await listEventEntries(database.db, codes[0]!)).toMatchObject([
			{ titleNl: 'Dubbel gestuurd', author: 'KB', recordedOn: '2021-07-01', withdrawn: false }
		]);
		// Another one of the same day and name is another event.
		expect(await add({ ...said, source: 'een andere bron' })).toBe('2021-06-09-dubbel-gestuurd-2');
	});

	it('is told anew, and as it was known on each day', async () => {
		const code = await add({ ...SAID, titleNl: 'Eerst zo' });
		const [first] = await listEventEntries(database.db, code);
		await setToday(database.ownerDb, '2021-07-05');
		const change = {
			said: { ...SAID, titleNl: 'Later zo' },
			...{ withdrawn: false, changeReason: 'Typefout', basedOn: first!.id }
		};
		expect(await changeProgrammeEvent(database.db, author, code, change)).toMatchObject({
			outcome: 'recorded'
		});
		// The same again changes nothing.
		expect(await changeProgrammeEvent(database.db, author, code, change)).toMatchObject({
			outcome: 'unchanged'
		});
		expect(await titles()).toContain('Later zo');
		expect(await titles()).not.toContain('Eerst zo');
		expect(await titles('2021-07-04')).toContain('Eerst zo');
		expect(await titles('2021-06-30')).not.toContain('Eerst zo');
		expect(await listEventEntries(database.db, code)).toMatchObject([
			{ titleNl: 'Later zo', changeReason: 'Typefout' },
			{ titleNl: 'Eerst zo', changeReason: null }
		]);
	});

	it('of two who change it at once the second is told', async () => {
		const code = await add({ ...SAID, titleNl: 'Door twee' });
		const [first] = await listEventEntries(database.db, code);
		const change = (titleNl: string) =>
			changeProgrammeEvent(database.db, author, code, {
				said: { ...SAID, titleNl },
				...{ withdrawn: false, changeReason: 'Beter', basedOn: first!.id }
			});
		const outcomes = await Promise.all([change('Door de een'), change('Door de ander')]);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'recorded']);
		expect(await listEventEntries(database.db, code)).toHaveLength(2);
	});

	it('that is withdrawn is gone, keeps its history, and can be told again', async () => {
		const code = await add({ ...SAID, kind: 'lockdown', titleNl: 'Vergissing' });
		expect(await listLockdowns(database.db, '2021-07-01')).toContainEqual({
			...{ startsOn: '2021-06-09', endsOn: '2021-07-01' }
		});
		const change = async (withdrawn: boolean) => {
			const [last] = await listEventEntries(database.db, code);
			const said = { ...SAID, kind: 'lockdown' as const, titleNl: 'Vergissing' };
			const change = { said, withdrawn, changeReason: 'Bestond niet', basedOn: last!.id };
			return changeProgrammeEvent(database.db, author, code, change);
		};
		await change(true);
		expect(await titles()).not.toContain('Vergissing');
		expect(await listLockdowns(database.db, '2021-07-01')).toEqual([]);
		await change(false);
		expect(await titles()).toContain('Vergissing');
		expect(await listEventEntries(database.db, code)).toHaveLength(3);
	});

	it('can never be rewritten, not even by the owner', async () => {
		const code = await add({ ...SAID, titleNl: 'Vast' });
		for (const db of [database.db, database.ownerDb]) {
			const rewrite = db.updateTable('programmeEvent').set({ titleNl: 'Los' });
			await expect(rewrite.where('code', '=', code).execute()).rejects.toThrow(/told anew/);
			const removal = db.deleteFrom('programmeEvent').where('code', '=', code);
			await expect(removal.execute()).rejects.toThrow(/told anew/);
		}
	});

	it('is kept by the programme manager alone', async () => {
		const { ownerDb } = database;
		const poi = await insertSupportInstitute(ownerDb);
		const may = await Promise.all([
			insertUser(ownerDb, 'programme_manager', null, 'KB'),
			insertUser(ownerDb, 'advisor', poi),
			insertUser(ownerDb, 'stakeholder', null, 'BZK'),
			insertUser(ownerDb, 'admin', null, 'KB')
		]);
		expect([...may.map(mayKeepTimeline), mayKeepTimeline(undefined)]).toEqual([
			...[true, false, false, false, false]
		]);
	});
});
