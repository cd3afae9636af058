import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, FOREVER, type Day } from '#lib/base/day/day.ts';
import { toDayNumber } from '#lib/base/day/day-number.ts';
import { ACCESSIBLE, REALISED } from '#lib/ledger/point-states/point-states.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readOrganisations } from '#lib/server/network/standing/read-organisations.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { readCountry } from '#lib/server/ledger/point-states/read-country.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { rowsFrom } from '#tests/factories/point-states.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';

const TODAY: Day = '2022-01-31';
const AUTHOR = { id: 'test', organisation: 'Rijnbrink' };

let database: TestDatabase;
let points: number[];
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const rows = await database.db
		.selectFrom('informationPoint')
		.select('id')
		.orderBy('id')
		.limit(20)
		.execute();
	points = rows.map(({ id }) => id);
});
afterAll(() => database.drop());

const opening = (pointId: number, values: Partial<NewEvent> = {}): NewEvent => ({
	subject: pointOf(pointId),
	milestoneCode: 'opening',
	kind: 'planned',
	effectiveOn: TODAY,
	targetOn: addDays(TODAY, 30),
	...values
});

const record = (...events: NewEvent[]) =>
	database.db.transaction().execute((trx) => appendEvents(trx, AUTHOR, events));

/** As one line of text per row, in an order of their own. */
const inMemory = async (db: Kysely<DB>) =>
	rowsFrom((await readCountry(db)).states)
		.map((row) => [...Object.values(row)].join(' '))
		.sort();

/** The same lines from the table itself, value by value. */
async function inTable(db: Kysely<DB>): Promise<string[]> {
	const rows = await db
		.selectFrom('informationPointState as state')
		.innerJoin('municipality', 'municipality.code', 'state.municipalityCode')
		.selectAll('state')
		.select('municipality.provinceCode')
		.execute();
	return rows
		.map((row) => {
			const flags = [
				row.realised,
				row.accessible,
				row.onlineOnly,
				row.outsideLibrary,
				row.operation === 'permanently_closed',
				row.realised && row.operation === 'temporarily_closed'
			];
			return [
				...[row.informationPointId, row.libraryId, Number(row.municipalityCode.slice(2))],
				...[
					Number(row.provinceCode.slice(2)),
					flags.reduce((sum, on, at) => sum + (on ? 2 ** at : 0), 0)
				],
				...[row.validFrom, row.validTo, row.knownFrom, row.knownTo].map(toDayNumber),
				...[row.openedOn, row.awaitedOn, row.firstPlanOn, row.planOn, row.forecastOn].map(
					toDayNumber
				)
			].join(' ');
		})
		.sort();
}

const anyWrite = fc.array(
	fc.record({
		pick: fc.nat({ max: 19 }),
		kind: fc.constantFrom('planned', 'forecast', 'achieved', 'on_hold' as const),
		daysBack: fc.nat({ max: 90 })
	}),
	{ minLength: 1, maxLength: 4 }
);

describe('the states of points in memory', () => {
	it('are those of the table, whatever was written in between, and by whom', async () => {
		const other = connect(database.url, { poolSize: 1 });
		expect((await inMemory(database.db)).length).toBeGreaterThan(1_000);
		await fc.assert(
			fc.asyncProperty(anyWrite, async (writes) => {
				const events = new Map(
					writes.map(({ pick, kind, daysBack }) => {
						const day = addDays(TODAY, -daysBack);
						const targetOn = kind === 'planned' || kind === 'forecast' ? TODAY : null;
						return [pick, opening(points[pick]!, { kind, effectiveOn: day, targetOn })];
					})
				);
				await record(...events.values());
				const expected = await inTable(database.db);
				expect(await inMemory(database.db)).toEqual(expected);
				expect(await inMemory(other)).toEqual(expected);
			}),
			{ numRuns: 12 }
		);
		await other.destroy();
	});

	it('show what is written only when it is committed, and never what was rolled back', async () => {
		const before = await inMemory(database.db);
		await database.db
			.transaction()
			.execute(async (trx) => {
				await appendEvents(trx, AUTHOR, [opening(points[3]!, { targetOn: '2023-04-05' })]);
				expect(await inMemory(database.db)).toEqual(before);
				expect(await inMemory(trx)).not.toEqual(before);
				throw new Error('rolled back');
			})
			.catch((error: Error) => expect(error.message).toBe('rolled back'));
		expect(await inMemory(database.db)).toEqual(before);
	});

	it('are there for many who ask at once, while somebody writes', async () => {
		for (let turn = 0; turn < 5; turn++) {
			const targetOn = addDays('2022-05-01', turn);
			const [, ...seen] = await Promise.all([
				record(opening(points[5]!, { targetOn })),
				...Array.from({ length: 8 }, () => inMemory(database.db))
			]);
			expect(new Set(seen.map((rows) => rows.length)).size).toBeLessThanOrEqual(2);
			expect(await inMemory(database.db)).toEqual(await inTable(database.db));
		}
	});

	it('follow a point that moves, a library that takes it over, and a change of its kind', async () => {
		const point = points[7]!;
		const { ownerDb, db } = database;
		const expectSame = async () => expect(await inMemory(db)).toEqual(await inTable(db));
		const period = ownerDb
			.updateTable('informationPointPeriod')
			.where('informationPointId', '=', point);
		await period.set({ municipalityCode: 'GM0363' }).execute();
		await expectSame();
		const library = await db
			.selectFrom('library')
			.select('id')
			.orderBy('id', 'desc')
			.executeTakeFirstOrThrow();
		await period.set({ libraryId: library.id }).execute();
		await expectSame();
		await ownerDb
			.updateTable('informationPoint')
			.set({ locationType: 'buiten_bibliotheek' })
			.where('id', '=', point)
			.execute();
		await expectSame();
		await ownerDb
			.updateTable('municipality')
			.set({ provinceCode: 'PV31' })
			.where('code', '=', 'GM0363')
			.execute();
		await expectSame();
	});

	it('go with the libraries that are active, also after one has ended', async () => {
		const where = {
			asOf: { validOn: TODAY, knownOn: null },
			today: TODAY,
			filters: NO_FILTERS
		};
		const total = async () => (await readOrganisations(database.db, where)).counts.total;
		const before = await total();
		const active = database.db
			.selectFrom('library')
			.select('id')
			.where('activeTo', '=', FOREVER)
			.orderBy('id')
			.limit(1);
		await database.ownerDb
			.updateTable('library')
			.set({ activeTo: TODAY })
			.where('id', '=', active)
			.execute();
		expect(await total()).toBe(before - 1);
	});

	it('read again only the points that changed', async () => {
		const [changed, silent] = [points[10]!, points[11]!];
		const flagsOf = async (point: number) =>
			rowsFrom((await readCountry(database.db)).states)
				.filter(({ pointId }) => pointId === point)
				.map(({ flags }) => flags & (REALISED | ACCESSIBLE));
		const before = await flagsOf(silent);
		// Behind its back: nothing tells that this point changed.
		await sql`update information_point_state set realised = not realised
			where information_point_id = ${silent}`.execute(database.ownerDb);
		await record(opening(changed, { kind: 'achieved', effectiveOn: '2022-01-20', targetOn: null }));
		expect(await flagsOf(changed)).toContain(REALISED | ACCESSIBLE);
		expect(await flagsOf(silent)).toEqual(before);
	});
});
