import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import { historyKey, libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';
import { readBoard } from '#lib/server/work/board/read-board.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';
import { phaseOf, type PointSteps } from '#lib/work/board/phase.ts';
import { readFacts, type Facts } from './coverage/oracle.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	setToday
} from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const ALL = { supportInstituteId: null };
const FIRST = { phase: null, page: 1 };

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
					return { id: subject.id, done: doneOf(subject), opened, closed };
				});
				return [slug, phaseOf({ done: doneOf(libraryOf(id)), points })];
			})
	);
}

it('has each library once, in the phase that the ledger gives it', async () => {
	const columns = [];
	for (const { phase } of (await readBoard(database.db, ALL, FIRST, TODAY)).columns) {
		columns.push(...(await readBoard(database.db, ALL, { phase, page: 1 }, TODAY)).columns);
	}
	const pages = await readBoard(database.db, ALL, { phase: 'borging', page: 2 }, TODAY);
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
	const { columns } = await readBoard(database.db, ALL, FIRST, TODAY);
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
		(await readBoard(database.db, { ...ALL, ...of }, FIRST, TODAY)).columns.reduce(
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

it('a location that closed for good no longer counts, and is not on the card', async () => {
	const { db, ownerDb, drop } = await createTestDatabase();
	onTestFinished(drop);
	await insertBasics(ownerDb);
	await setToday(ownerDb, TODAY);
	const library = libraryOf((await insertLibrary(ownerDb)).id);
	const municipality = await insertMunicipality(ownerDb);
	const point = pointOf(await insertInformationPoint(ownerDb, library.id, municipality));
	const record = (...events: Omit<NewEvent, 'subject' | 'effectiveOn'>[]) =>
		db.transaction().execute((trx) =>
			appendEvents(
				trx,
				{ id: 'test', organisation: 'Proef-POI' },
				events.map((event) => ({ ...event, subject: point, effectiveOn: TODAY }))
			)
		);
	const card = async () => {
		const { columns } = await readBoard(db, ALL, FIRST, TODAY);
		return columns.flatMap(({ cards }) => cards)[0];
	};
	await record({ milestoneCode: 'opening', kind: 'achieved' });
	expect(await card()).toMatchObject({
		phase: 'borging',
		points: [{ id: point.id, opened: true }]
	});
	await record({ milestoneCode: 'operation', kind: 'temporarily_closed', targetOn: '2022-03-01' });
	expect(await card()).toMatchObject({ phase: 'borging', points: [{ opened: true }] });
	await record({ milestoneCode: 'operation', kind: 'permanently_closed' });
	expect(await card()).toMatchObject({ phase: 'aanvraag', points: [] });
});
