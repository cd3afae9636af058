import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { courseOf, entriesStanding, type EntryKind } from '#lib/programme/grant/course.ts';
import {
	listGrantEntries,
	recordGrantEntry,
	undoGrantEntry,
	type EntrySaid
} from '#lib/server/programme/grant/entries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let manager: User;
let library: { id: number; supportInstituteId: number };
let neighbour: { id: number };
let stranger: { id: number };

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	manager = await insertUser(database.ownerDb, 'programme_manager', null, 'KB');
	const rows = await database.db
		.selectFrom('library')
		.select(['id', 'slug', 'supportInstituteId'])
		.where('activeTo', '=', 'infinity')
		.orderBy('id')
		.execute();
	library = rows.find(({ slug }) => slug === 'biblionet-groningen')!;
	const [own, other] = [true, false].map((isOwn) =>
		rows.filter(
			({ id, supportInstituteId }) =>
				id !== library.id && (supportInstituteId === library.supportInstituteId) === isOwn
		)
	);
	neighbour = own![0] ?? library;
	stranger = other![0]!;
});
afterAll(() => database.drop());

let year = 2018;
beforeEach(() => {
	year = year >= 2022 ? 2019 : year + 1;
});

const said = (kind: EntryKind, more: Partial<EntrySaid> = {}): EntrySaid => ({
	...{ kind, libraryIds: [library.id], scheme: 'digitale-inclusie', year, onDay: '2022-01-10' },
	...{ amountCents: kind === 'application' ? null : 100_000, note: null, ...more }
});
const record = (user: User, entry: EntrySaid) =>
	recordGrantEntry(database.db, user, authorOf(user), entry);
const entriesOf = async (of = year) =>
	(await listGrantEntries(database.db, null)).filter((entry) => entry.year === of);
const courseNow = async () => courseOf(entriesStanding(await entriesOf(), '2022-01-31', null));

describe('a decision', () => {
	it('keeps the amount, borders and inhabitants that it was made with', async () => {
		year = 2021;
		expect(await record(manager, said('decision'))).toEqual({ outcome: 'recorded', count: 1 });
		const frozen = async () => (await entriesOf(2021)).find(({ kind }) => kind === 'decision')!;
		const before = await frozen();
		expect(before.area?.map(({ name }) => name)).toContain('Eemsdelta');
		const units = before.area!.reduce((sum, one) => sum + one.inhabitants! * one.shareUnits, 0);
		expect(before.computedCents).toBe(Math.round((8 * units) / 10_000));
		await sql`insert into grant_rate (scheme_code, year, cents_per_inhabitant, holds_from, source,
				confidence, change_reason, recorded_at, recorded_by, recorded_for)
			values ('digitale-inclusie', 2021, 99, '2019-07-24', 'een bron', 'sourced', 'anders',
				clock_timestamp(), 'iemand', 'KB')`.execute(database.ownerDb);
		await sql`update library_municipality set share = 0.5 where library_id = ${library.id}`.execute(
			database.ownerDb
		);
		await sql`update population set inhabitants = inhabitants + 1000`.execute(database.ownerDb);
		expect(await frozen()).toEqual(before);
		// A decision of now is made with what holds now.
		await record(manager, said('decision', { amountCents: 200_000 }));
		expect((await frozen()).computedCents).not.toBe(before.computedCents);
	});

	it('needs an amount of the scheme for that year', async () => {
		expect(await record(manager, said('decision', { year: 2030 }))).toEqual({ outcome: 'no_rate' });
	});

	it.each([
		['grant_entry_append_only', sql`update grant_entry set amount_cents = 1`],
		['grant_entry_append_only', sql`delete from grant_entry`],
		[
			'grant_entry_decision_frozen',
			sql`insert into grant_entry (kind, library_id, scheme_code, year, on_day, amount_cents, recorded_at,
					recorded_by, recorded_for)
				select 'decision', min(id), 'kopgroep', 2019, '2019-04-15', 1, now(), 'a', 'b' from library`
		],
		[
			'grant_entry_undo_names_entry',
			sql`insert into grant_entry (kind, library_id, scheme_code, year, on_day, recorded_at,
					recorded_by, recorded_for)
				select 'undone', min(id), 'kopgroep', 2019, '2019-04-15', now(), 'a', 'b' from library`
		]
	])('is guarded by %s', async (constraint, statement) => {
		await expect(statement.execute(database.ownerDb)).rejects.toMatchObject({ constraint });
	});
});

describe('what is recorded', () => {
	it('is there once however often it is sent, and gone when it is undone', async () => {
		await record(manager, said('decision'));
		const before = await courseNow();
		const sent = await Promise.all([1, 2, 3].map(() => record(manager, said('payment'))));
		expect(sent.map(({ outcome }) => outcome).toSorted()).toEqual([
			...['recorded', 'unchanged', 'unchanged']
		]);
		expect((await courseNow()).paidCents).toBe(100_000);
		const [payment] = await entriesOf();
		const undo = () => undoGrantEntry(database.db, manager, authorOf(manager), payment!.id);
		expect(await undo()).toMatchObject({ outcome: 'recorded' });
		expect(await courseNow()).toEqual(before);
		expect(await undo()).toEqual({ outcome: 'unchanged' });
		expect(await record(manager, said('payment'))).toMatchObject({ outcome: 'recorded' });
	});

	it('follows a decision, and is never of a day to come', async () => {
		expect(await record(manager, said('payment'))).toEqual({
			...{ outcome: 'invalid', problem: 'no_decision' }
		});
		expect(await record(manager, said('decision', { onDay: '2022-02-01' }))).toEqual({
			...{ outcome: 'invalid', problem: 'in_future' }
		});
		expect(await entriesOf()).toEqual([]);
	});
});

describe('what rests on a decision', () => {
	// A scheme of which nothing else is recorded here.
	const ofTaxes = (kind: EntryKind, more: Partial<EntrySaid> = {}) =>
		record(manager, said(kind, { scheme: 'belastingdienst', year: 2020, ...more }));
	const standing = async () =>
		entriesStanding(await entriesOf(2020), '2022-01-31', null).filter(
			({ scheme }) => scheme === 'belastingdienst'
		);

	it('keeps it from being undone until it is undone itself', async () => {
		await ofTaxes('decision');
		await ofTaxes('payment');
		const [payment, decision] = await standing();
		const undo = (id: number) => undoGrantEntry(database.db, manager, authorOf(manager), id);
		expect(await undo(decision!.id)).toEqual({ outcome: 'later' });
		expect(await standing()).toEqual([payment, decision]);
		expect(await undo(payment!.id)).toMatchObject({ outcome: 'recorded' });
		expect(await undo(decision!.id)).toMatchObject({ outcome: 'recorded' });
		expect(await standing()).toEqual([]);
	});

	it('does not lie before it', async () => {
		await ofTaxes('decision');
		expect(await ofTaxes('payment', { onDay: '2022-01-09' })).toEqual({
			...{ outcome: 'invalid', problem: 'before_decision' }
		});
	});
});

describe('who may record', () => {
	it('an adviser: applications of her own libraries, several at once, all or none', async () => {
		const adviser = await insertUser(database.ownerDb, 'advisor', library.supportInstituteId);
		const both = [...new Set([library.id, neighbour.id])];
		const application = said('application', { libraryIds: both });
		expect(await record(adviser, application)).toEqual({ outcome: 'recorded', count: both.length });
		expect(await record(adviser, said('decision'))).toEqual({ outcome: 'refused' });
		const mixed = said('application', {
			...{ libraryIds: [library.id, stranger.id], onDay: '2022-01-11' }
		});
		expect(await record(adviser, mixed)).toEqual({ outcome: 'refused' });
		const mixedIn = (await entriesOf()).filter(({ onDay }) => onDay === '2022-01-11');
		expect(mixedIn).toEqual([]);
		const own = await listGrantEntries(database.db, library.supportInstituteId);
		expect(own.every(({ libraryId }) => libraryId !== stranger.id)).toBe(true);
	});

	it.each(['stakeholder', 'admin', 'advisor'] as const)(
		'not the %s (of another POI), and she undoes nothing either',
		async (role) => {
			const { supportInstituteId } = await database.db
				.selectFrom('library')
				.select('supportInstituteId')
				.where('id', '=', stranger.id)
				.executeTakeFirstOrThrow();
			const user = await insertUser(
				database.ownerDb,
				role,
				role === 'advisor' ? supportInstituteId : null
			);
			await record(manager, said('application', { onDay: '2022-01-05' }));
			const [entry] = await listGrantEntries(database.db, null, 1);
			for (const kind of ['application', 'decision', 'payment', 'settlement'] as const) {
				expect(await record(user, said(kind))).toEqual({ outcome: 'refused' });
			}
			expect(await undoGrantEntry(database.db, user, authorOf(user), entry!.id)).toEqual({
				outcome: 'refused'
			});
		}
	);
});
