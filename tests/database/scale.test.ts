import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuildMilestoneState } from '#lib/server/ledger/event/append.ts';
import { rebuildKeptRows } from '#lib/server/ledger/event/kept-rows.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { scaleUp } from '#seeds/scale.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const COPIES = 2;
const EVENTS_PER_COPY = 14_000;
const SLOW = 180_000;

let database: TestDatabase;
let before: Record<string, number>;
let indexesBefore: string[];

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	before = await sizes(database.ownerDb);
	indexesBefore = await indexes(database.ownerDb);
	await scaleUp(database.ownerDb, { copies: COPIES, eventsPerCopy: EVENTS_PER_COPY });
}, SLOW);
afterAll(() => database.drop());

async function sizes(db: Kysely<DB>): Promise<Record<string, number>> {
	const { rows } = await sql<Record<string, number>>`
		select (select count(*) from library) as libraries,
			(select count(*) from information_point) as points,
			(select count(*) from municipality) as municipalities`.execute(db);
	return rows[0]!;
}

async function indexes(db: Kysely<DB>): Promise<string[]> {
	const { rows } = await sql<{ definition: string }>`
		select indexdef as definition from pg_indexes where schemaname = 'public' order by 1`.execute(db);
	return rows.map(({ definition }) => definition);
}

async function fingerprint(db: Kysely<DB>, table: string): Promise<string> {
	const { rows } = await sql<{ hash: string }>`
		select md5(string_agg(line, e'\n' order by line)) as hash
		from (select t::text as line from ${sql.table(table)} t) lines`.execute(db);
	return rows[0]!.hash;
}

it('copies libraries and points, and keeps the municipalities', async () => {
	expect(await sizes(database.db)).toEqual({
		libraries: before.libraries! * COPIES,
		points: before.points! * COPIES,
		municipalities: before.municipalities
	});
	const { rows } = await sql<{ events: number; later: number }>`
		select count(*) as events, count(*) filter (where recorded_on > '2022-01-31') as later
		from event`.execute(database.db);
	expect(rows[0]).toEqual({ events: EVENTS_PER_COPY * COPIES, later: 0 });
});

it('serves no inhabitant twice', async () => {
	const { rows } = await sql<{ most: number }>`
		select max(sum) as most from (
			select sum(share) from library_municipality
			where valid_from <= '2022-01-31' and '2022-01-31' < valid_to group by municipality_code
		) sums`.execute(database.db);
	expect(rows[0]!.most).toBeLessThanOrEqual(1);
});

it('leaves the indexes and the triggers as they were', async () => {
	expect(await indexes(database.db)).toEqual(indexesBefore);
	await expect(
		sql`update milestone_state set kind = kind`.execute(database.ownerDb)
	).rejects.toThrow('written by delete and insert');
});

it('tells of every library and point that its milestones have to be read', async () => {
	const { rows } = await sql<{ subjects: number; untold: number }>`
		select count(*)::int as subjects, (count(*) filter (where change.change is null))::int as untold
		from (select distinct library_id, information_point_id from milestone_state where lane = 'status') subject
			left join milestone_change change on change.library_id = subject.library_id
				or change.information_point_id = subject.information_point_id`.execute(database.db);
	expect(rows[0]!.subjects).toBeGreaterThan(COPIES * 500);
	expect(rows[0]!.untold).toBe(0);
});

it(
	'has the projections that follow from its ledger',
	async () => {
		const tables = [
			'milestone_state',
			'information_point_state',
			'milestone_standing',
			'last_look'
		];
		const copied = await Promise.all(tables.map((table) => fingerprint(database.ownerDb, table)));
		await rebuildMilestoneState(database.ownerDb);
		await rebuildKeptRows(database.ownerDb);
		const rebuilt = await Promise.all(tables.map((table) => fingerprint(database.ownerDb, table)));
		expect(rebuilt).toEqual(copied);
	},
	SLOW
);
