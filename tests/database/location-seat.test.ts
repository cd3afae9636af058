import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { listInformationPointsIn } from '#lib/server/network/information-point/queries.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { listPeriods } from '#lib/server/work/location/periods.ts';
import { listSeatChoice, recordSeat } from '#lib/server/work/location/record-seat.ts';
import { undoTraits } from '#lib/server/work/location/record-traits.ts';
import { findWorkLibrary, findWorkPoint, listWorkArea } from '#lib/server/work/update/queries.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
let points: number[];
let point: WorkSubject;
let adviser: User;
/** Another library of the same POI, and a municipality of its. */
let other: { library: number; municipality: string };

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const library = (await findWorkLibrary(database.db, 'bibliotheek-hengelo', TODAY))!;
	const rows = await database.db
		.selectFrom('informationPointPeriod')
		.select('informationPointId as id')
		.where('validTo', '=', 'infinity')
		.where('libraryId', 'in', (query) =>
			query
				.selectFrom('library')
				.select('id')
				.where('supportInstituteId', '=', library.library.supportInstituteId)
				.where('id', '<>', library.id)
		)
		.orderBy('id')
		.limit(10)
		.execute();
	points = rows.map(({ id }) => id);
	const [area] = await listWorkArea(database.db, library.id, TODAY);
	other = { library: library.id, municipality: area!.code };
});
beforeEach(async () => {
	point = (await findWorkPoint(database.db, points.pop()!, TODAY))!;
	adviser = {
		...{ id: 'anna', name: 'Anna', email: 'a@example.nl', role: 'advisor' },
		...{ supportInstituteId: point.library.supportInstituteId, organisation: 'Rijnbrink' }
	};
});
afterAll(() => database.drop());

const move = (change: object = {}, who = adviser) =>
	recordSeat(
		database.db,
		who,
		point,
		{ ...other, movedOn: '2022-01-15', seatNote: null, basedOn: null, ...change },
		TODAY
	);
async function movedId(outcome: ReturnType<typeof move>): Promise<number> {
	const settled = await outcome;
	if (settled.outcome !== 'recorded') throw new Error(JSON.stringify(settled));
	return settled.ids[0]!;
}
const libraryOn = async (validOn: string) => {
	const [found] = await listInformationPointsIn(
		database.db,
		pointOf(point.id),
		{ validOn, knownOn: null },
		TODAY
	);
	return found?.library.id;
};

describe('moving a location', () => {
	it('counts for the other library from its day on, and for the first before it', async () => {
		const first = point.library.id;
		await movedId(move());
		expect(await libraryOn('2022-01-15')).toBe(other.library);
		const before = await listPeriods(database.db, point.id);
		expect(before.at(-2)).toMatchObject({ library: first, to: '2022-01-15' });
		const states = await database.db
			.selectFrom('informationPointState')
			.select('libraryId')
			.distinct()
			.where('informationPointId', '=', point.id)
			.where('validTo', '>', '2022-01-15')
			.where('validFrom', '>=', '2022-01-15')
			.execute();
		expect(states.map(({ libraryId }) => libraryId)).toEqual([other.library]);
	});

	it('is taken back to the periods of before, the last move first', async () => {
		const before = await listPeriods(database.db, point.id);
		const { library: home } = before.at(-1)!;
		const first = await movedId(move());
		const [area] = await listWorkArea(database.db, home, TODAY);
		const back = { library: home, municipality: area!.code, movedOn: '2022-01-20' };
		const second = await movedId(move({ ...back, basedOn: first }));
		const undo = (id: number) => undoTraits(database.db, adviser, point, id, ['seat']);
		expect(await undo(first)).toEqual({ outcome: 'later' });
		expect(await undo(second)).toMatchObject({ outcome: 'recorded' });
		expect(await undo(first)).toMatchObject({ outcome: 'recorded' });
		expect(await listPeriods(database.db, point.id)).toEqual(before);
	});

	it.each([
		['movedOn', { movedOn: null }],
		['movedOn', { movedOn: '2018-01-01' }],
		['movedOn', { movedOn: '2024-01-01' }],
		['movedOn', { movedOn: '2019-01-02' }],
		['library', { library: null }],
		['municipality', { municipality: 'GM0363' }]
	])('is refused: %s %j', async (field, change) => {
		const outcome = await move(change);
		if (outcome.outcome !== 'invalid') throw new Error(JSON.stringify(outcome));
		expect(Object.keys(outcome.errors)).toEqual([field]);
	});

	it('is only to a library for which one may write', async () => {
		const stranger = { ...adviser, supportInstituteId: adviser.supportInstituteId! + 1 };
		expect(await move({}, stranger)).toEqual({ outcome: 'forbidden' });
		expect(await move({}, { ...adviser, role: 'stakeholder' })).toEqual({ outcome: 'forbidden' });
		const choice = await listSeatChoice(database.db, stranger, TODAY);
		expect(choice.libraries.map(({ id }) => id)).not.toContain(other.library);
	});
});
