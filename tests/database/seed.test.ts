import { sql, type Kysely } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day/day.ts';
import { appendEvents, rebuildMilestoneState } from '#lib/server/ledger/event/append.ts';
import { readMostlyUnfilled } from '#lib/server/ledger/last-look/unfilled.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { addPlaces, seedAll, seedReference } from '#seeds/seed.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';

const SLOW = 120_000;

/** Published counts: locations in libraries and organisations with a point. */
const ANCHORS: readonly { day: Day; locations: number; organisations?: number }[] = [
	{ day: '2019-07-01', locations: 15, organisations: 15 },
	{ day: '2019-12-31', locations: 29, organisations: 15 },
	{ day: '2020-12-31', locations: 73, organisations: 39 },
	{ day: '2021-06-23', locations: 199 },
	{ day: '2021-06-24', locations: 200 },
	{ day: '2021-12-31', locations: 439 },
	{ day: '2022-12-31', locations: 664, organisations: 136 }
];

const databases: TestDatabase[] = [];
afterAll(() => Promise.all(databases.map((database) => database.drop())));

async function database(options: Parameters<typeof createTestDatabase>[0] = {}) {
	const created = await createTestDatabase(options);
	databases.push(created);
	return created;
}

/** Counts on a day by the stored projection, as known on the last day there is. */
async function countOn(db: Kysely<DB>, day: Day) {
	const { rows } = await sql<{ locations: number; organisations: number }>`
		with state as (
			select * from milestone_state
			where lane = 'status' and valid_from <= ${day} and ${day} < valid_to and known_to = 'infinity'
		), realised as (
			select information_point_id from state where milestone_code = 'opening' and kind = 'achieved'
			except
			select information_point_id from state where kind = 'permanently_closed'
		)
		select
			count(*) filter (where point.location_type <> 'buiten_bibliotheek') as locations,
			count(distinct period.library_id) as organisations
		from realised
		join information_point point on point.id = realised.information_point_id
		join information_point_period period on period.information_point_id = point.id
			and period.valid_from <= ${day} and ${day} < period.valid_to`.execute(db);
	return rows[0]!;
}

async function countRows(db: Kysely<DB>, table: string): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*) as count from ${sql.table(table)}`.execute(db);
	return rows[0]!.count;
}

/** Somebody says of the first so many libraries of today that their record is right. */
async function fillIn(db: Kysely<DB>, count: number): Promise<void> {
	const { rows } = await sql<{ id: number; today: Day }>`
		select id, current_date::text as today from library
		where active_to > current_date order by id limit ${count}`.execute(db);
	const events = rows.map(({ id, today }) => ({
		...{ subject: libraryOf(id), milestoneCode: 'record', kind: 'confirmed' as const },
		effectiveOn: today
	}));
	const author = { id: 'test', organisation: 'Rijnbrink' };
	await db.transaction().execute((trx) => appendEvents(trx, author, events));
}

async function fingerprint(db: Kysely<DB>, table: string): Promise<string> {
	const { rows } = await sql<{ hash: string }>`
		select md5(string_agg(line, e'\n' order by line)) as hash
		from (select t::text as line from ${sql.table(table)} t) lines`.execute(db);
	return rows[0]!.hash;
}

describe.each(['2019-01-01', '2019-07-01', '2020-06-30', '2021-07-01', '2022-01-31', '2022-12-31'])(
	'seeded with %s as today',
	(demoToday) => {
		it(
			'the published counts of its past hold, and nothing was recorded later',
			async () => {
				const { db } = await database({ seeded: true, demoToday });
				for (const anchor of ANCHORS.filter(({ day }) => day <= demoToday)) {
					const counted = await countOn(db, anchor.day);
					expect({ ...counted, day: anchor.day }).toMatchObject(anchor);
				}
				const { rows } = await sql<{ latest: Day | null; invented: number }>`
				select max(recorded_on) as latest, count(*) filter (where effective_on > recorded_on) as invented
				from event`.execute(db);
				expect((rows[0]!.latest ?? demoToday) <= demoToday).toBe(true);
				expect(rows[0]!.invented).toBe(0);
				const installation = await db
					.selectFrom('installation')
					.selectAll()
					.executeTakeFirstOrThrow();
				expect(installation).toMatchObject({ demoData: true, demoToday });
			},
			SLOW
		);
	}
);

describe('the demo of 31 January 2022', () => {
	const open = () => database({ seeded: true });

	it(
		'counts between 385 and 415 on 29 November 2021, and leaves one to ten organisations at the year end',
		async () => {
			const { db } = await open();
			const november = await countOn(db, '2021-11-29');
			expect(november.locations).toBeGreaterThanOrEqual(385);
			expect(november.locations).toBeLessThanOrEqual(415);
			const december = await countOn(db, '2021-12-31');
			expect(137 - december.organisations).toBeGreaterThanOrEqual(1);
			expect(137 - december.organisations).toBeLessThanOrEqual(10);
		},
		SLOW
	);

	it(
		'has the projection that follows from its ledger',
		async () => {
			const { ownerDb } = await open();
			const before = await fingerprint(ownerDb, 'milestone_state');
			await rebuildMilestoneState(ownerDb);
			expect(await fingerprint(ownerDb, 'milestone_state')).toBe(before);
		},
		SLOW
	);

	it(
		'goes on from there: a new event is the last',
		async () => {
			const { db } = await open();
			const author = { id: 'test', organisation: 'Rijnbrink' };
			const [id] = await db.transaction().execute((trx) =>
				appendEvents(trx, author, [
					{
						subject: libraryOf(1),
						milestoneCode: 'record',
						kind: 'confirmed',
						effectiveOn: '2022-01-31'
					}
				])
			);
			const last = await db
				.selectFrom('event')
				.select(['id', 'recordedOn'])
				.orderBy('recordedAt', 'desc')
				.orderBy('id', 'desc')
				.executeTakeFirstOrThrow();
			expect(last).toEqual({ id, recordedOn: '2022-01-31' });
		},
		SLOW
	);

	it(
		'is not seeded twice',
		async () => {
			const { ownerDb } = await open();
			const events = await countRows(ownerDb, 'event');
			const lines: string[] = [];
			const log = (line: string) => lines.push(line);
			expect(await seedAll(ownerDb, { demoToday: '2022-01-31', log })).toBe(false);
			expect(await seedReference(ownerDb, { log })).toBe(false);
			expect(await countRows(ownerDb, 'event')).toBe(events);
			expect(lines).toHaveLength(2);
		},
		SLOW
	);
});

describe('seeding', () => {
	it(
		'is one transaction: after a failure nothing is there, and it can be done again',
		async () => {
			const { ownerDb } = await database();
			await sql`alter table event add constraint broken check (kind <> 'confirmed')`.execute(
				ownerDb
			);
			await expect(seedAll(ownerDb, { demoToday: '2020-06-30' })).rejects.toThrow('broken');
			for (const table of ['province', 'library', 'reason', 'boundary_set', 'event']) {
				expect(await countRows(ownerDb, table)).toBe(0);
			}
			await sql`alter table event drop constraint broken`.execute(ownerDb);
			expect(await seedAll(ownerDb, { demoToday: '2020-06-30' })).toBe(true);
		},
		SLOW
	);

	it(
		'gives an installation from before the places that it lacks, once',
		async () => {
			const { ownerDb } = await database();
			expect(await addPlaces(ownerDb)).toBe(false);
			await seedReference(ownerDb);
			const places = await countRows(ownerDb, 'place');
			expect(await addPlaces(ownerDb)).toBe(false);
			await sql`truncate place, place_municipality, municipality_name`.execute(ownerDb);
			expect(await addPlaces(ownerDb)).toBe(true);
			expect(await countRows(ownerDb, 'place')).toBe(places);
			expect(await addPlaces(ownerDb)).toBe(false);
			// Every place lies in a municipality that is there, on each day.
			const { rows } = await sql`select from place where (
				select range_agg(daterange(greatest(lies.valid_from, municipality.valid_from),
					least(lies.valid_to, municipality.valid_to)))
				from place_municipality lies join municipality on municipality.code = lies.municipality_code
				where lies.place_id = place.id) <> '{[2019-01-01,infinity)}'::datemultirange`.execute(ownerDb);
			expect(rows).toEqual([]);
		},
		SLOW
	);

	it(
		'happens once when two processes start at the same moment',
		async () => {
			const { ownerDb } = await database();
			const results = await Promise.all([seedReference(ownerDb), seedReference(ownerDb)]);
			expect(results.toSorted()).toEqual([false, true]);
		},
		SLOW
	);

	it(
		'of the reference alone brings facts with sources and a map for every day, and nothing invented',
		async () => {
			const { ownerDb } = await database();
			await seedReference(ownerDb);
			expect(await countRows(ownerDb, 'library')).toBe(139);
			// The openings that are published, with their sources; recorded now, by nobody's account.
			const { rows: openings } = await sql<{ said: string; count: number }>`
				select distinct count(*) over () as count, concat_ws(' ', event.kind, recorded_by, recorded_for,
					batch.kind, recorded_on = (timezone('Europe/Amsterdam', now()))::date, event.source like 'https://%', invented) as said
				from event join information_point point on point.id = information_point_id
				join event_batch batch on batch.id = event.batch_id`.execute(ownerDb);
			expect(openings).toEqual([
				{ said: 'achieved reference Openbare bron seed t t f', count: 27 }
			]);
			expect(await countRows(ownerDb, 'information_point')).toBe(27);
			const before = await fingerprint(ownerDb, 'milestone_state');
			await rebuildMilestoneState(ownerDb);
			expect(await fingerprint(ownerDb, 'milestone_state')).toBe(before);
			const { rows } = await sql<{ missing: number; cohorts: string[] }>`
				select
					(select count(*) from boundary_set s join municipality m
						on m.valid_from <= s.valid_from and s.valid_from < m.valid_to
						left join municipality_boundary b
							on b.boundary_set_id = s.id and b.municipality_code = m.code
						where b.municipality_code is null) as missing,
					(select array_agg(distinct cohort order by cohort) from library) as cohorts`.execute(ownerDb);
			expect(rows[0]).toEqual({ missing: 0, cohorts: ['kopgroep_2019', 'onbekend'] });
			// What nobody filled in is told, until the first half of the libraries is.
			const { libraries } = (await readMostlyUnfilled(ownerDb))!;
			expect(libraries).toBeGreaterThan(120);
			expect(await readMostlyUnfilled(ownerDb)).toEqual({ libraries, unfilled: libraries });
			await fillIn(ownerDb, 10);
			expect(await readMostlyUnfilled(ownerDb)).toEqual({ libraries, unfilled: libraries - 10 });
			await fillIn(ownerDb, Math.ceil(libraries / 2));
			expect(await readMostlyUnfilled(ownerDb)).toBeNull();
			const installation = await ownerDb
				.selectFrom('installation')
				.select(['demoData', 'demoToday'])
				.executeTakeFirstOrThrow();
			expect(installation).toEqual({ demoData: false, demoToday: null });
		},
		SLOW
	);
});
