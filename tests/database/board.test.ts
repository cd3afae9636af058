import { afterAll, beforeAll, expect, it } from 'vitest';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import { historyKey, libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';
import { readBoard } from '#lib/server/work/board/read-board.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';
import { phaseOf, type PointSteps } from '#lib/work/board/phase.ts';
import { readFacts, type Facts } from './coverage/oracle.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const ALL = { supportInstituteId: null, province: null, library: null, phase: null, page: 1 };

let database: TestDatabase;
let facts: Facts;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	facts = await readFacts(database.db);
});
afterAll(() => database.drop());

/** The status of a milestone today, by folding its events. */
function statusOf(subject: Subject, milestoneCode: string): string | undefined {
	const events = facts.histories.get(historyKey({ subject, milestoneCode })) ?? [];
	return stateAt(events, 'status', TODAY, TODAY)?.kind;
}

const doneOf = (subject: Subject) =>
	milestonesOf(subject.level).filter((code) =>
		['achieved', 'not_applicable'].includes(statusOf(subject, code) ?? '')
	);

/** The phase of each library that is active today, step by step from the ledger. */
function plainly(): Map<string, string> {
	const pointsOf = Map.groupBy(
		facts.periods.filter(({ validFrom, validTo }) => validFrom <= TODAY && TODAY < validTo),
		({ libraryId }) => libraryId
	);
	return new Map(
		facts.libraries
			.filter(({ activeFrom, activeTo }) => activeFrom <= TODAY && TODAY < activeTo)
			.map(({ id, slug }) => {
				const points = (pointsOf.get(id) ?? []).map((period): PointSteps => {
					const subject = pointOf(period.informationPointId);
					const closed = statusOf(subject, 'operation') === 'permanently_closed';
					const opened = statusOf(subject, 'opening') === 'achieved' && !closed;
					return { id: subject.id, name: '', done: doneOf(subject), opened, closed };
				});
				return [slug, phaseOf({ done: doneOf(libraryOf(id)), points })];
			})
	);
}

it('has each library once, in the phase that the ledger gives it', async () => {
	const columns = [];
	for (const { phase } of (await readBoard(database.db, ALL, TODAY)).columns) {
		columns.push(...(await readBoard(database.db, { ...ALL, phase }, TODAY)).columns);
	}
	const pages = await readBoard(database.db, { ...ALL, phase: 'borging', page: 2 }, TODAY);
	const cards = [...columns, ...pages.columns].flatMap((column) => column.cards);
	const found = new Map(cards.map(({ slug, phase }) => [slug, phase]));
	expect(found.size).toBe(cards.length);
	expect(found).toEqual(plainly());
	expect(new Set(found.values()).size).toBeGreaterThan(3);
	for (const { phase, count } of columns) {
		expect(count).toBe([...found.values()].filter((one) => one === phase).length);
	}
});

it('counts what is late as the list of the week does, and looks as it does', async () => {
	const libraries = new Map(
		(
			await Promise.all(
				[1, 2, 3, 4, 5, 6, 7].map((page) =>
					readWorkList(database.db, { supportInstituteId: null, view: 'all', page }, TODAY)
				)
			)
		).flatMap((list) => list.libraries.map((library) => [library.id, library] as const))
	);
	const { columns } = await readBoard(database.db, ALL, TODAY);
	const cards = columns.flatMap((column) => column.cards);
	expect(cards.some(({ overdue }) => overdue > 0)).toBe(true);
	for (const { id, overdue, lastOn } of cards) {
		const { overdue: expected, lastRecordedOn } = libraries.get(id)!;
		expect({ overdue, lastOn }).toEqual({ overdue: expected, lastOn: lastRecordedOn });
	}
});

it('is narrowed to a POI, a province and a library', async () => {
	const { id } = await database.db
		.selectFrom('supportInstitute')
		.select('id')
		.where('slug', '=', 'zb')
		.executeTakeFirstOrThrow();
	const total = async (of: Partial<Parameters<typeof readBoard>[1]>) =>
		(await readBoard(database.db, { ...ALL, ...of }, TODAY)).columns.reduce(
			(sum, { count }) => sum + count,
			0
		);
	const ofPoi = await total({ supportInstituteId: id });
	expect(ofPoi).toBe(
		facts.libraries.filter(
			({ supportInstituteId, activeFrom, activeTo }) =>
				supportInstituteId === id && activeFrom <= TODAY && TODAY < activeTo
		).length
	);
	expect(await total({ supportInstituteId: id, library: 'bibliotheek-venlo' })).toBe(0);
	expect(await total({ library: 'bibliotheek-venlo' })).toBe(1);
	expect(await total({ supportInstituteId: id, province: 'limburg' })).toBe(0);
});
