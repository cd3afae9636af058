import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { toDayNumber } from '#lib/base/day/day-number.ts';
import { MILESTONE_COLUMNS } from '#lib/ledger/milestone-states/milestone-states.ts';
import { MILESTONE_CODES, milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import {
	appendEvents,
	rebuildMilestoneState,
	type NewEvent
} from '#lib/server/ledger/event/append.ts';
import { readMilestoneStates } from '#lib/server/ledger/milestone-states/read-milestone-states.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { type SubjectLevel } from '#lib/ledger/subject/subject.ts';

const TODAY: Day = '2022-01-31';
const AUTHOR = { id: 'test', organisation: 'Rijnbrink' };
const LEVELS: readonly SubjectLevel[] = ['library', 'information_point'];

let database: TestDatabase;
let ids: Record<SubjectLevel, number[]>;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const first = async (table: 'library' | 'informationPoint') => {
		const query = database.db.selectFrom(table).select('id').orderBy('id').limit(10);
		return (await query.execute()).map(({ id }) => id);
	};
	ids = { library: await first('library'), information_point: await first('informationPoint') };
});
afterAll(() => database.drop());

const event = (
	level: SubjectLevel,
	pick: number,
	milestoneCode: string,
	values: Partial<NewEvent> = {}
): NewEvent => ({
	subject: { level, id: ids[level][pick]! },
	milestoneCode,
	kind: 'achieved',
	effectiveOn: TODAY,
	...values
});

const record = (...events: NewEvent[]) =>
	database.db.transaction().execute((trx) => appendEvents(trx, AUTHOR, events));

/** As one line of text per row, in an order of their own. */
async function inMemory(db: Kysely<DB>): Promise<string[]> {
	const states = await readMilestoneStates(db);
	const lines = LEVELS.flatMap((level) =>
		Array.from(states[level].subjectId, (_, row) =>
			[level, ...MILESTONE_COLUMNS.map((name) => states[level][name][row])].join(' ')
		)
	);
	return lines.sort();
}

/** The same lines from the table itself, value by value. */
async function inTable(db: Kysely<DB>): Promise<string[]> {
	const rows = await db
		.selectFrom('milestoneState')
		.selectAll()
		.where('lane', '=', 'status')
		.where('kind', 'in', ['achieved', 'not_applicable'])
		.execute();
	const lines = rows.flatMap((row) => {
		const level = row.libraryId === null ? 'information_point' : 'library';
		if (!milestonesOf(level).some((code) => code === row.milestoneCode)) return [];
		const days = [row.validFrom, row.validTo, row.knownFrom, row.knownTo].map(toDayNumber);
		const id = row.libraryId ?? row.informationPointId;
		const step = MILESTONE_CODES.findIndex((code) => code === row.milestoneCode);
		return [[level, id, row.kind === 'achieved' ? 1 : 0, step, ...days].join(' ')];
	});
	return lines.sort();
}

const anyWrites = fc.array(
	fc.record({
		level: fc.constantFrom(...LEVELS),
		pick: fc.nat({ max: 9 }),
		step: fc.nat({ max: 5 }),
		kind: fc.constantFrom('achieved', 'not_applicable', 'on_hold', 'resumed' as const),
		daysBack: fc.nat({ max: 90 })
	}),
	{ minLength: 1, maxLength: 4 }
);

describe('the milestones in memory', () => {
	it('are those of the table, whatever was written in between, and by whom', async () => {
		const other = connect(database.url, { poolSize: 1 });
		expect((await inMemory(database.db)).length).toBeGreaterThan(1_000);
		await fc.assert(
			fc.asyncProperty(anyWrites, async (writes) => {
				await record(
					...writes.map(({ level, pick, step, kind, daysBack }) => {
						const code = milestonesOf(level)[step]!;
						return event(level, pick, code, { kind, effectiveOn: addDays(TODAY, -daysBack) });
					})
				);
				const expected = await inTable(database.db);
				expect(await inMemory(database.db)).toEqual(expected);
				expect(await inMemory(other)).toEqual(expected);
			}),
			{ numRuns: 12 }
		);
		await other.destroy();
	});

	it.each([
		['library', 'netwerk'],
		['information_point', 'gids']
	] as const)('show what is written of a %s only when it is committed', async (level, code) => {
		const before = await inMemory(database.db);
		await database.db
			.transaction()
			.execute(async (trx) => {
				const effectiveOn = '2022-01-03';
				await appendEvents(trx, AUTHOR, [event(level, 4, code, { effectiveOn })]);
				expect(await inMemory(database.db)).toEqual(before);
				expect(await inMemory(trx)).not.toEqual(before);
				throw new Error('rolled back');
			})
			.catch((error: Error) => expect(error.message).toBe('rolled back'));
		expect(await inMemory(database.db)).toEqual(before);
	});

	it('are there for many who ask at once, while somebody writes', async () => {
		for (let turn = 0; turn < 5; turn++) {
			const kind = turn % 2 === 0 ? 'not_applicable' : 'achieved';
			await Promise.all([
				record(event('library', 5, 'training', { kind })),
				...Array.from({ length: 8 }, () => inMemory(database.db))
			]);
			expect(await inMemory(database.db)).toEqual(await inTable(database.db));
		}
	});

	it('follow when the projection is made again as a whole', async () => {
		await inMemory(database.db);
		await database.ownerDb.transaction().execute((trx) => rebuildMilestoneState(trx));
		expect(await inMemory(database.db)).toEqual(await inTable(database.db));
	});

	it('read again only those of whom something changed', async () => {
		const silent = ids.library[8]!;
		const linesOf = async () =>
			(await inMemory(database.db)).filter((line) => line.startsWith(`library ${silent} `));
		const before = await linesOf();
		expect(before.length).toBeGreaterThan(0);
		// Behind its back: nothing tells that this library changed.
		await database.ownerDb.transaction().execute(async (trx) => {
			await sql`alter table milestone_state disable trigger user`.execute(trx);
			await sql`update milestone_state set known_from = known_from - 1 where library_id = ${silent}`.execute(
				trx
			);
			await sql`alter table milestone_state enable trigger user`.execute(trx);
		});
		await record(event('library', 9, 'netwerk'));
		expect(await linesOf()).toEqual(before);
	});
});

describe('lists sorted by milestones', () => {
	const where = { asOf: { validOn: TODAY, knownOn: null }, today: TODAY, filters: NO_FILTERS };
	const LISTS = { libraries: listLibraries, points: listInformationPoints };

	it.each(['libraries', 'points'] as const)(
		'have the %s by share, page after page',
		async (list) => {
			const read = async (page: number, pageSize: number) => {
				const paging = { sort: 'milestones', direction: 'desc', page, pageSize } as const;
				return (await LISTS[list](database.db, where, paging)).rows;
			};
			const all = await read(1, 10_000);
			const shares = all.map(({ done, applicable }) => done / applicable);
			expect(new Set(shares).size).toBeGreaterThan(5);
			expect(shares).toEqual(shares.toSorted((one, other) => other - one));
			expect(await read(3, 20)).toEqual(all.slice(40, 60));
		}
	);
});
