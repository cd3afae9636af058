import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { hoursOn } from '#lib/network/opening-hours/hours-on.ts';
import { HOURS_TRAITS, scheduleOf } from '#lib/network/opening-hours/schedule.ts';
import { listTraits } from '#lib/server/network/trait/queries.ts';
import { readHoursPage } from '#lib/server/work/location/hours-page.ts';
import { recordException, recordWeek } from '#lib/server/work/location/record-hours.ts';
import { undoTraits } from '#lib/server/work/location/record-traits.ts';
import { findWorkPoint } from '#lib/server/work/update/queries.ts';
import { exceptionForm, weekForm } from '#lib/work/location/hours-form.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
let points: WorkSubject[];
let point: WorkSubject;
let adviser: User;

const userOf = (id: string, role: User['role'], supportInstituteId: number | null): User => ({
	...{ id, role, supportInstituteId, name: id, email: `${id}@example.nl` },
	organisation: 'Rijnbrink'
});

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const { rows } = await sql<{ id: number }>`
		select id from information_point where not exists (
			select from point_trait where information_point_id = information_point.id)
		order by id limit 80`.execute(database.db);
	const found = rows.map(({ id }) => findWorkPoint(database.db, id, TODAY));
	points = (await Promise.all(found)).filter((one) => one !== undefined);
});
beforeEach(() => {
	point = points.pop()!;
	adviser = userOf('anna', 'advisor', point.library.supportInstituteId);
});
afterAll(() => database.drop());

function typedWeek(days: Record<string, string>, validFrom: string, basedOn: number | null = null) {
	const read = weekForm.parse({ ...days, validFrom, basedOn: String(basedOn ?? '') });
	return { ...read, validFrom: read.validFrom! };
}
function typedException(change: Record<string, string> = {}) {
	const read = exceptionForm.parse({
		...{ name: 'Carnaval', from: '2022-02-28', until: '2022-03-01', hours: 'gesloten' },
		...change
	});
	return { ...read, from: read.from! };
}
const record = (...[who, form]: [User, Parameters<typeof recordWeek>[3]]) =>
	recordWeek(database.db, who, point, form);

async function recordedId(outcome: ReturnType<typeof recordWeek>): Promise<number> {
	const settled = await outcome;
	if (settled.outcome !== 'recorded') throw new Error(JSON.stringify(settled));
	return settled.ids[0]!;
}
async function spellsOn(day: string, knownOn: string | null = null) {
	const said = await listTraits(database.db, point.id, HOURS_TRAITS);
	return hoursOn(scheduleOf(said, knownOn), day)?.spells ?? null;
}

describe('the hours of a week', () => {
	it('hold from their day on, and the earlier ones before it', async () => {
		const first = await recordedId(record(adviser, typedWeek({ day1: '9-17' }, '2021-06-01')));
		await recordedId(record(adviser, typedWeek({ day1: '10-12' }, '2022-02-14', first)));
		expect(await spellsOn('2021-05-31')).toBeNull();
		expect(await spellsOn('2022-02-07')).toEqual([[540, 1020]]);
		expect(await spellsOn('2022-02-14')).toEqual([[600, 720]]);
		expect(await spellsOn('2022-02-14', '2022-01-30')).toBeNull();
	});

	it('have an author, an organisation, a reason and a batch, and bump the version of the data', async () => {
		const version = () =>
			database.db.selectFrom('dataVersion').select('version').executeTakeFirstOrThrow();
		const before = await version();
		const form = { ...typedWeek({ day1: '9-17' }, TODAY), note: 'nieuw rooster' };
		const id = await recordedId(record(adviser, form));
		const row = await database.db
			.selectFrom('pointTrait')
			.innerJoin('eventBatch as batch', 'batch.id', 'pointTrait.batchId')
			.select(['recordedBy', 'recordedFor', 'recordedOn', 'note', 'batch.kind', 'batch.createdBy'])
			.where('pointTrait.id', '=', id)
			.executeTakeFirstOrThrow();
		expect(row).toEqual({
			...{ recordedBy: 'anna', recordedFor: 'Rijnbrink', recordedOn: TODAY },
			...{ note: 'nieuw rooster', kind: 'form', createdBy: 'anna' }
		});
		expect((await version()).version).toBeGreaterThan(before.version);
	});

	it('sent twice are recorded once', async () => {
		await recordedId(record(adviser, typedWeek({ day1: '9-17' }, TODAY)));
		expect(await record(adviser, typedWeek({ day1: '9.00-17.00' }, TODAY))).toEqual({
			outcome: 'unchanged'
		});
	});

	it('of a colleague are not overwritten by a form from before', async () => {
		const theirs = await recordedId(record(adviser, typedWeek({ day1: '9-17' }, TODAY)));
		const mine = typedWeek({ day1: '9-12' }, TODAY);
		const colleague = { ...adviser, id: 'bart' };
		const outcome = await record(colleague, mine);
		expect(outcome).toMatchObject({ outcome: 'conflict', theirs: { id: theirs } });
		expect(await spellsOn(TODAY)).toEqual([[540, 1020]]);
		await recordedId(record(colleague, { ...mine, basedOn: theirs }));
		expect(await spellsOn(TODAY)).toEqual([[540, 720]]);
	});

	it('of two advisers at once are those of one, and a conflict for the other', async () => {
		const outcomes = await Promise.all([
			record(adviser, typedWeek({ day1: '9-17' }, TODAY)),
			record({ ...adviser, id: 'bart' }, typedWeek({ day2: '9-17' }, TODAY))
		]);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'recorded']);
	});
});

describe('taking back', () => {
	const undo = (who: User, id: number) => undoTraits(database.db, who, point, id, HOURS_TRAITS);

	it('brings the earlier hours back, and keeps what was said', async () => {
		const first = await recordedId(record(adviser, typedWeek({ day1: '9-17' }, '2021-06-01')));
		const second = await recordedId(record(adviser, typedWeek({ day1: '10-12' }, TODAY, first)));
		await recordedId(undo(adviser, second));
		expect(await spellsOn(TODAY)).toEqual([[540, 1020]]);
		const { entries } = await readHoursPage(database.db, adviser, point);
		expect(entries.map(({ id, undone }) => [id, undone !== null])).toEqual([
			[second, true],
			[first, false]
		]);
		expect(await undo(adviser, second)).toEqual({ outcome: 'already_undone' });
	});

	it('is for the author and the programme manager', async () => {
		const id = await recordedId(record(adviser, typedWeek({ day1: '9-17' }, TODAY)));
		const others = [
			{ ...adviser, id: 'bart' },
			userOf('piet', 'advisor', point.library.supportInstituteId + 1),
			userOf('bzk', 'stakeholder', null)
		];
		for (const other of others) expect(await undo(other, id)).toEqual({ outcome: 'forbidden' });
		await recordedId(undo(userOf('kb', 'programme_manager', null), id));
		expect(await spellsOn(TODAY)).toBeNull();
	});

	it('is about a row of this point', async () => {
		const id = await recordedId(record(adviser, typedWeek({ day1: '9-17' }, TODAY)));
		const other = points[0]!;
		expect(await undoTraits(database.db, adviser, other, id, HOURS_TRAITS)).toEqual({
			outcome: 'gone'
		});
	});
});

describe('other hours', () => {
	const except = (change: Record<string, string> = {}, who = adviser) =>
		recordException(database.db, who, point, typedException(change));

	it('count on their days, the later ones first, and stand beside those of a colleague', async () => {
		await recordedId(record(adviser, typedWeek({ day1: '9-17', day2: '9-17' }, TODAY)));
		await recordedId(except());
		await recordedId(
			except(
				{ name: 'Toch', from: '2022-03-01', until: '', hours: '10-12' },
				{ ...adviser, id: 'b' }
			)
		);
		expect(await spellsOn('2022-02-22')).toEqual([[540, 1020]]);
		expect(await spellsOn('2022-02-28')).toEqual([]);
		expect(await spellsOn('2022-03-01')).toEqual([[600, 720]]);
		expect(await except()).toEqual({ outcome: 'unchanged' });
	});
});

describe('the database', () => {
	const insert = (change: object) =>
		database.db
			.insertInto('pointTrait')
			.values({
				...{ informationPointId: point.id, trait: 'hours', validFrom: TODAY, value: null },
				...{ recordedAt: `${TODAY}T10:00:00Z`, recordedBy: 'anna', recordedFor: 'Rijnbrink' },
				...change
			})
			.returning('id')
			.executeTakeFirstOrThrow();
	const json = (value: unknown) => JSON.stringify(value);
	const noDays = [[], [], [], [], [], [], []];
	const exception = { trait: 'exception', validUntil: TODAY };

	it.each([
		['point_trait_known', { trait: 'colour' }],
		['point_trait_value_fits', { value: json({ days: [[]], kind: null }) }],
		['point_trait_value_fits', { value: json({ days: [[[540, 500]], ...noDays.slice(1)] }) }],
		[
			'point_trait_value_fits',
			{
				value: json({
					days: [
						[
							[0, 60],
							[60, 70]
						],
						...noDays.slice(1)
					]
				})
			}
		],
		['point_trait_value_fits', { value: json({ days: [[[0, 1441]], ...noDays.slice(1)] }) }],
		['point_trait_value_fits', { value: json({ days: noDays, kind: 'soms' }) }],
		['point_trait_value_fits', { ...exception, value: json({ name: ' ', spells: [] }) }],
		['point_trait_value_fits', { trait: 'pc_count', value: json(-1) }],
		[
			'point_trait_exception_ends',
			{ ...exception, validUntil: null, value: json({ name: 'x', spells: [] }) }
		],
		[
			'point_trait_exception_interval',
			{ ...exception, validUntil: '2022-01-30', value: json({ name: 'x', spells: [] }) }
		],
		['point_trait_exception_says', exception],
		['point_trait_sensible', { validFrom: '2018-12-31' }],
		['point_trait_note_length', { note: 'x'.repeat(2001) }],
		['point_trait_author_filled', { recordedBy: ' ' }]
	])('keeps %s', async (constraint, change) => {
		await expect(insert(change)).rejects.toMatchObject({ constraint });
	});

	it('keeps what was said as it was', async () => {
		const { id } = await insert({});
		await insert({ undoesId: id });
		await expect(insert({ undoesId: id })).rejects.toMatchObject({
			constraint: 'point_trait_undone_once'
		});
		const other = await insert({ trait: 'pc_count', value: json(2) });
		await expect(insert({ undoesId: other.id })).rejects.toMatchObject({
			constraint: 'point_trait_undo_same'
		});
		const change = database.ownerDb.updateTable('pointTrait').set({ note: 'x' });
		await expect(change.where('id', '=', id).execute()).rejects.toMatchObject({
			constraint: 'point_trait_append_only'
		});
	});
});

describe('the demo', () => {
	it('has invented hours for a share of the invented points, and none for those that exist', async () => {
		const { rows } = await sql<{ invented: boolean; withHours: number; all: number }>`
			select invented, count(*)::int as all, (count(*) filter (where exists (select from point_trait
				where information_point_id = point.id and trait = 'hours' and recorded_by not in ('anna', 'bart')
			)))::int as with_hours
			from information_point point group by invented order by invented`.execute(database.db);
		const [real, invented] = rows;
		expect(real!.withHours).toBe(0);
		expect(invented!.withHours / invented!.all).toBeGreaterThan(0.4);
	});
});
