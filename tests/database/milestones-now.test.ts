import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Day } from '#lib/base/day/day.ts';
import type { Lane } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { ledgerEventColumns } from '#lib/server/ledger/event/append.ts';
import type { SubjectEvent } from '#lib/server/ledger/event/project.ts';
import { milestonesNow } from '#lib/server/work/update/milestones-now.ts';
import { insertRandomStory } from '#tests/factories/random-story.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { historyKey } from '#lib/ledger/subject/subject.ts';

interface Now {
	libraryId: number;
	pointId: number | null;
	milestoneCode: string;
	planOn: Day | null;
	forecastOn: Day | null;
	planEvent: number | null;
	planReason: string | null;
	planMadeOn: Day | null;
	firstEvent: number | null;
	firstOn: Day | null;
	statusOn: Day | null;
	statusEvent: number | null;
	endsOn: Day | null;
	status: string;
}

let database: TestDatabase;
let libraries: number[];
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	await insertRandomStory(database.ownerDb, { points: 60, seed: 20200101 });
	const { rows } = await sql<{ id: number }>`
		select distinct library_id as id from information_point_period
		where information_point_id in (select information_point_id from event)
		order by 1`.execute(database.db);
	// The last ones have what is made at random, the others the seeded story.
	libraries = rows.map(({ id }) => id).filter((_, at) => at % 9 === 0 || at >= rows.length - 10);
});
afterAll(() => database.drop());

async function readNow(day: Day): Promise<Now[]> {
	const query = sql<Now>`
		with ${milestonesNow(sql`id = any(${libraries}::int[])`, day)}
		select * from milestone_now`;
	return (await query.execute(database.db)).rows;
}

/** The same by folding the events of each milestone, one lane after the other. */
async function foldNow(day: Day): Promise<Now[]> {
	const { rows } = await sql<SubjectEvent & { ownerId: number }>`
		select ${ledgerEventColumns}, coalesce(event.library_id, period.library_id) as owner_id
		from event left join information_point_period period
			on period.information_point_id = event.information_point_id
			and period.valid_from <= ${day} and ${day} < period.valid_to
		where coalesce(event.library_id, period.library_id) = any(${libraries}::int[])`.execute(
		database.db
	);
	const histories = Map.groupBy(rows, historyKey);
	return [...histories.values()].flatMap((history): Now[] => {
		const lane = (name: Lane) => {
			const found = stateAt(history, name, day, day);
			return found && history.find(({ id }) => id === found.id)!;
		};
		const [first, plan, forecast] = [lane('first_plan'), lane('plan'), lane('forecast')];
		const status = lane('status');
		if (!first && !plan && !forecast && !status && !lane('confirmation')) return [];
		const { ownerId, subject, milestoneCode } = history[0]!;
		const pointId = subject.level === 'information_point' ? subject.id : null;
		return [
			{
				...{ libraryId: ownerId, pointId, milestoneCode },
				planOn: plan?.targetOn ?? null,
				forecastOn: forecast?.targetOn ?? null,
				planEvent: plan?.kind === 'planned' ? plan.id : null,
				planReason: plan?.reasonCode ?? null,
				planMadeOn: plan?.effectiveOn ?? null,
				firstEvent: first?.id ?? null,
				firstOn: first?.targetOn ?? null,
				statusOn: status?.effectiveOn ?? null,
				statusEvent: status?.id ?? null,
				endsOn: status?.targetOn ?? null,
				status: status && status.kind !== 'resumed' ? status.kind : 'open'
			}
		];
	});
}

const inOrder = (rows: readonly Now[]) =>
	rows
		.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
		.sort();

it.each<Day>(['2019-12-31', '2020-06-15', '2020-12-31', '2021-08-02', '2022-01-31'])(
	'the list of work on %s has every milestone where the fold over the ledger puts it',
	async (day) => {
		const expected = await foldNow(day);
		expect(new Set(expected.map(({ status }) => status)).size).toBeGreaterThan(3);
		expect(inOrder(await readNow(day))).toEqual(inOrder(expected));
	}
);
