import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { historyKey } from '#lib/ledger/subject/subject.ts';
import { ledgerEventColumns } from '#lib/server/ledger/event/append.ts';
import { KEPT_TABLES } from '#lib/server/ledger/event/kept-rows.ts';
import type { SubjectEvent } from '#lib/server/ledger/event/project.ts';
import { lastLooks } from '#lib/server/ledger/last-look/last-look.ts';
import { looksNow } from '#lib/server/ledger/last-look/looks-now.ts';
import {
	milestonesAsking,
	milestonesNow,
	type MilestonesNow
} from '#lib/server/work/update/milestones-now.ts';
import { tasksOf } from '#lib/server/work/update/work-tasks.ts';
import { insertRandomStory } from '#tests/factories/random-story.ts';
import { standingByFold, type Standing } from '#tests/factories/standing.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

interface Now extends Standing {
	libraryId: number;
	pointId: number | null;
}

/** The last day of the seeded story and of what is made at random. */
const TODAY: Day = '2022-01-31';
const ALL = sql`true`;

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	await insertRandomStory(database.ownerDb, { points: 60, seed: 20200101 });
});
afterAll(() => database.drop());

/** The same by folding the events of each milestone of what belongs to a library today. */
async function foldNow(): Promise<Now[]> {
	const { rows } = await sql<SubjectEvent & { ownerId: number }>`
		select ${ledgerEventColumns}, coalesce(event.library_id, period.library_id) as owner_id
		from event left join information_point_period period
			on period.information_point_id = event.information_point_id
			and period.valid_from <= ${TODAY} and ${TODAY} < period.valid_to
		where coalesce(event.library_id, period.library_id) is not null`.execute(database.db);
	const histories = Map.groupBy(rows, historyKey);
	return [...histories.values()].flatMap((history): Now[] => {
		const standing = standingByFold(history, TODAY);
		if (!standing) return [];
		const { ownerId, subject } = history[0]!;
		const pointId = subject.level === 'information_point' ? subject.id : null;
		return [{ libraryId: ownerId, pointId, ...standing }];
	});
}

const inOrder = (rows: readonly object[]) =>
	rows
		.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
		.sort();

describe('where milestones stand now', () => {
	it('is where the fold over the ledger puts every one of them', async () => {
		const { rows } = await sql<Now>`
			with ${milestonesNow(ALL, TODAY)} select * from milestone_now`.execute(database.db);
		const expected = await foldNow();
		expect(new Set(expected.map(({ status }) => status)).size).toBeGreaterThan(5);
		expect(expected.filter(({ confirmedOn }) => confirmedOn !== null).length).toBeGreaterThan(50);
		expect(inOrder(rows)).toEqual(inOrder(expected));
	});

	it.each([0, 1, 7, 13, 14, 15, 40, 200, 800])(
		'asks in %i days whatever would be found by judging all of them',
		async (days) => {
			const day = addDays(TODAY, days);
			const tasks = async (milestones: MilestonesNow) => {
				const query = sql<{ kind: string }>`with ${tasksOf(milestones, day)} select * from task`;
				return (await query.execute(database.db)).rows;
			};
			const expected = await tasks(milestonesNow(ALL, day));
			expect(new Set(expected.map(({ kind }) => kind)).size).toBeGreaterThan(2);
			expect(inOrder(await tasks(milestonesAsking(ALL, day)))).toEqual(inOrder(expected));
		}
	);
});

describe('when somebody last looked', () => {
	it('is what the ledger says, of the libraries at which anybody ever did', async () => {
		const scope = sql`scope as (select id from library), point as (
			select information_point_id as id, library_id from information_point_period
			where valid_from <= ${TODAY} and ${TODAY} < valid_to)`;
		const looks = async (query: RawBuilder<unknown>) => {
			const found = sql<{ libraryId: number; lastOn: Day | null }>`with ${scope} ${query}`;
			return (await found.execute(database.db)).rows;
		};
		const expected = await looks(lastLooks('scope', 'point', TODAY));
		const seen = expected.filter(({ lastOn }) => lastOn !== null);
		expect(seen.length).toBeGreaterThan(100);
		expect(inOrder(await looks(looksNow('scope', 'point')))).toEqual(inOrder(seen));
	});
});

it.each(KEPT_TABLES)('$table has what $view says', async ({ table, view }) => {
	const query = sql<{ rows: number; differ: number }>`
		with kept as (select to_jsonb(kept) as row from ${sql.table(view)} kept),
		own as (select to_jsonb(own) - array['asks_from', 'asks_until'] as row from ${sql.table(table)} own)
		select (select count(*)::int from own) as rows,
			(select count(*)::int from (table own except all table kept) extra)
			+ (select count(*)::int from (table kept except all table own) missing) as differ`;
	const { rows, differ } = (await query.execute(database.db)).rows[0]!;
	expect(rows).toBeGreaterThan(500);
	expect(differ).toBe(0);
});
