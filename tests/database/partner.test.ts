import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { PartnerSaid } from '#lib/programme/partner/partner.ts';
import { referralPage } from '#lib/server/figures/referral/page.ts';
import { listPartnerEntries, listPartners } from '#lib/server/programme/partner/queries.ts';
import { recordPartner } from '#lib/server/programme/partner/service.ts';
import {
	insertBasics,
	insertLibrary,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-05-10';
const author = { id: 'nobody', organisation: 'Proef-POI' };

let database: TestDatabase;
let supportInstituteId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	supportInstituteId = await insertSupportInstitute(database.ownerDb);
});
afterAll(() => database.drop());

const newLibrary = async () => (await insertLibrary(database.ownerDb, { supportInstituteId })).id;

const said = (change: Partial<PartnerSaid> = {}): PartnerSaid => ({
	...{ name: 'Humanitas', type: 'humanitas', mailbox: null, stage: 'in_overleg' },
	...{ stageSince: '2021-03-01', referral: null, agreementUrl: null, seesLibraryAs: null },
	...{ flyerOn: null },
	...change
});

const record = (
	libraryId: number,
	change: Partial<PartnerSaid> = {},
	on: { partnerId: number | null; basedOn: number | null } = { partnerId: null, basedOn: null }
) => recordPartner(database.db, author, { libraryId, said: said(change), ...on });

/** The stages of a library in the figures, by both dates. */
async function stagesOf(name: string, query: string) {
	const { networks } = await referralPage.read(database.db, new URLSearchParams(query));
	const library = networks.libraries.find((one) => one.name === name);
	return library?.partners.map(({ stage, days }) => [stage, days]);
}

describe('a partner', () => {
	it('is recorded once, told of anew by a row, and never overwritten unseen', async () => {
		const library = await newLibrary();
		await setToday(database.ownerDb, TODAY);
		const first = await record(library);
		expect(first.outcome).toBe('recorded');
		expect(await record(library)).toEqual({ outcome: 'unchanged' });
		expect(await record(library, { referral: 'warm' })).toEqual({ outcome: 'double' });
		const [partner] = await listPartners(database.db, library);
		const on = { partnerId: partner!.id, basedOn: partner!.entryId };
		const agreed = { stage: 'afspraak_gemaakt', stageSince: '2021-05-01' } as const;
		expect((await record(library, agreed, on)).outcome).toBe('recorded');
		expect(await record(library, { flyerOn: '2021-05-02' }, on)).toMatchObject({
			outcome: 'conflict',
			now: { stage: 'afspraak_gemaakt' }
		});
		expect(await listPartnerEntries(database.db, library)).toMatchObject([
			{ stage: 'afspraak_gemaakt', author: 'Proef-POI' },
			{ stage: 'in_overleg' }
		]);
		// A partner of another library is none of this one.
		expect(await record(await newLibrary(), { name: 'x' }, on)).toEqual({ outcome: 'unknown' });
	});

	it('stands in the figures on the day asked for, as known on the other', async () => {
		const library = await newLibrary();
		const { name } = await database.db
			.selectFrom('library')
			.select('name')
			.where('id', '=', library)
			.executeTakeFirstOrThrow();
		await setToday(database.ownerDb, '2021-03-05');
		await record(library);
		await setToday(database.ownerDb, TODAY);
		const [partner] = await listPartners(database.db, library);
		const on = { partnerId: partner!.id, basedOn: partner!.entryId };
		await record(library, { stage: 'afspraak_gemaakt', stageSince: '2021-05-01' }, on);
		expect(await stagesOf(name, '')).toEqual([['afspraak_gemaakt', 9]]);
		expect(await stagesOf(name, 'peildatum=2021-04-30')).toEqual([['in_overleg', 60]]);
		expect(await stagesOf(name, 'peildatum=2021-02-28')).toEqual([]);
		expect(await stagesOf(name, 'bekendOp=2021-05-09')).toEqual([['in_overleg', 70]]);
		const [now] = await listPartners(database.db, library);
		const mistake = { partnerId: now!.id, basedOn: now!.entryId };
		await record(library, { stage: null, stageSince: '2021-05-01' }, mistake);
		expect(await listPartners(database.db, library)).toEqual([]);
		expect(await stagesOf(name, 'peildatum=2021-04-30')).toEqual([]);
	});

	it('is of the adviser of the library and the programme manager only', () => {
		const user = (role: string, institute: number | null) =>
			({ id: 'x', role, supportInstituteId: institute }) as User;
		const scope = { supportInstituteId };
		expect(mayEditLibrary(user('advisor', supportInstituteId), scope)).toBe(true);
		expect(mayEditLibrary(user('programme_manager', null), scope)).toBe(true);
		expect(mayEditLibrary(user('advisor', supportInstituteId + 1), scope)).toBe(false);
		expect(mayEditLibrary(user('stakeholder', null), scope)).toBe(false);
		expect(mayEditLibrary(undefined, scope)).toBe(false);
	});

	it.each<[string, string, string]>([
		['partner_entry_name_filled', 'name', `' '`],
		['partner_entry_type_known', 'type', `'kerk'`],
		['partner_entry_stage_known', 'stage', `'klaar'`],
		['partner_entry_referral_known', 'referral', `'lauw'`],
		['partner_entry_view_known', 'sees_library_as', `'vijand'`],
		['partner_entry_mailbox_form', 'mailbox', `'humanitas'`],
		['partner_entry_agreement_is_link', 'agreement_url', `'http://x'`],
		['partner_entry_days_sensible', 'stage_since', `'2021-05-11'`],
		['partner_entry_days_sensible', 'flyer_on', `'2017-12-31'`],
		['partner_entry_author_filled', 'recorded_by', `' '`]
	])('keeps %s', async (constraint, column, value) => {
		const library = await newLibrary();
		const { id } = await database.db
			.insertInto('partner')
			.values({ libraryId: library })
			.returning('id')
			.executeTakeFirstOrThrow();
		const row: Record<string, string> = {
			...{ partner_id: String(id), name: `'x'`, type: `'mee'`, stage_since: `'2021-05-01'` },
			...{ recorded_at: `'2021-05-10 12:00+02'`, recorded_by: `'x'`, recorded_for: `'x'` },
			[column]: value
		};
		const breaking = sql`insert into partner_entry (${sql.raw(Object.keys(row).join(', '))})
			values (${sql.raw(Object.values(row).join(', '))})`.execute(database.db);
		await expect(breaking).rejects.toMatchObject({ constraint });
	});

	it('is never rewritten', async () => {
		for (const change of [
			sql`update partner_entry set name = 'x'`,
			sql`delete from partner_entry`,
			sql`truncate partner_entry`
		]) {
			await expect(change.execute(database.ownerDb)).rejects.toMatchObject({
				constraint: 'partner_entry_append_only'
			});
		}
	});
});
