import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { DETAIL_TRAITS, type DetailTrait } from '#lib/network/trait/details.ts';
import { readInformationPointDossier } from '#lib/server/network/information-point/dossier.ts';
import { readDetailsPage } from '#lib/server/work/location/details-page.ts';
import { recordDetails } from '#lib/server/work/location/record-details.ts';
import { undoTraits } from '#lib/server/work/location/record-traits.ts';
import { findWorkPoint } from '#lib/server/work/update/queries.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
let points: number[];
let point: WorkSubject;
let adviser: User;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const rows = await database.db
		.selectFrom('informationPoint')
		.select('id')
		.where('locationType', '<>', 'buiten_bibliotheek')
		.where('address', 'is', null)
		// Nothing was recorded of them yet.
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('pointTrait')
						.select('id')
						.whereRef('informationPointId', '=', 'informationPoint.id')
						.where('trait', 'in', DETAIL_TRAITS)
				)
			)
		)
		.orderBy('id')
		.limit(40)
		.execute();
	points = rows.map(({ id }) => id);
});
beforeEach(async () => {
	point = (await findWorkPoint(database.db, points.pop()!, TODAY))!;
	adviser = {
		...{ id: 'anna', name: 'Anna', email: 'a@example.nl', role: 'advisor' },
		...{ supportInstituteId: point.library.supportInstituteId, organisation: 'Rijnbrink' }
	};
});
afterAll(() => database.drop());

const record = (
	changes: Partial<Record<DetailTrait, unknown>>,
	{ basedOn = null as number | null, who = adviser, elsewhereMeant = true } = {}
) => {
	const read = new Map(Object.entries(changes) as [DetailTrait, unknown][]);
	const form = { changes: read, validFrom: TODAY, basedOn, note: null, elsewhereMeant };
	return recordDetails(database.db, who, point, form, TODAY);
};
async function recordedIds(outcome: Promise<{ outcome: string }>): Promise<number[]> {
	const settled = (await outcome) as { outcome: string; ids?: number[] };
	if (settled.outcome !== 'recorded') throw new Error(JSON.stringify(settled));
	return settled.ids!;
}
const pointNow = () =>
	database.db
		.selectFrom('informationPoint')
		.selectAll()
		.where('id', '=', point.id)
		.executeTakeFirstOrThrow();
const details = async () => (await readDetailsPage(database.db, adviser, point, TODAY)).details;
const undo = (id: number) => undoTraits(database.db, adviser, point, id, DETAIL_TRAITS);

describe('changing a location', () => {
	it('records each detail with what was before, and brings the point up to date', async () => {
		const before = await pointNow();
		const place = { lat: 52.1, lon: 5.1, precision: 'street' };
		await recordedIds(record({ name: 'Nieuwe naam', address: 'Markt 1', place, pc_count: 4 }));
		expect(await pointNow()).toMatchObject({
			...{ name: 'Nieuwe naam', address: 'Markt 1', lat: 52.1, lon: 5.1 },
			locationPrecision: 'street'
		});
		expect(await details()).toMatchObject({ name: 'Nieuwe naam', pc_count: 4, place });
		const rows = await database.db
			.selectFrom('pointTrait')
			.select(['trait', 'replaced', 'batchId', 'recordedBy', 'validFrom'])
			.where('informationPointId', '=', point.id)
			.where('trait', 'in', DETAIL_TRAITS)
			.execute();
		expect(rows.find(({ trait }) => trait === 'name')).toMatchObject({
			...{ replaced: before.name, recordedBy: 'anna', validFrom: TODAY }
		});
		expect(new Set(rows.map(({ batchId }) => batchId)).size).toBe(1);
	});

	it('shows on its page the details of the day that is looked at, as known then', async () => {
		const before = await pointNow();
		const place = { lat: 52.1, lon: 5.1, precision: 'address' };
		await recordedIds(record({ name: 'Nieuwe naam', address: 'Markt 1', place }));
		const on = async (validOn: string, knownOn: string | null = null) => {
			const asOf = { validOn, knownOn };
			const dossier = await readInformationPointDossier(database.db, point.id, asOf, TODAY);
			return { title: dossier?.record.name, ...dossier?.point };
		};
		const old = { title: before.name, name: before.name, address: null, lat: before.lat };
		expect(await on(TODAY)).toMatchObject({
			...{ title: 'Nieuwe naam', name: 'Nieuwe naam', address: 'Markt 1', lat: 52.1 }
		});
		expect(await on('2022-01-30')).toMatchObject(old);
		expect(await on(TODAY, '2022-01-30')).toMatchObject(old);
	});

	it('is taken back as a whole, to what the point said before', async () => {
		const before = await pointNow();
		const [first] = await recordedIds(record({ name: 'Eerste', address: 'Markt 1' }));
		const [second] = await recordedIds(record({ name: 'Tweede' }, { basedOn: first! + 1 }));
		await recordedIds(undo(first!));
		expect(await pointNow()).toMatchObject({ name: 'Tweede', address: null });
		await recordedIds(undo(second!));
		expect(await pointNow()).toEqual(before);
		const { entries } = await readDetailsPage(database.db, adviser, point, TODAY);
		expect(entries.map(({ undone }) => undone !== null)).toEqual([true, true, true]);
	});

	it('leaves alone what a colleague recorded of other details, and tells of the same', async () => {
		await recordedIds(record({ address: 'Markt 1' }));
		const bart = { who: { ...adviser, id: 'bart' } };
		await recordedIds(record({ printer: true }, bart));
		expect(await record({ address: 'Markt 2' }, bart)).toMatchObject({
			outcome: 'conflict',
			theirs: { trait: 'address', value: 'Markt 1' }
		});
		expect(await details()).toMatchObject({ address: 'Markt 1', printer: true });
	});

	it('by two advisers at once is one and a conflict', async () => {
		const outcomes = await Promise.all([
			record({ address: 'Markt 1' }),
			record({ address: 'Markt 2' }, { who: { ...adviser, id: 'bart' } })
		]);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'recorded']);
	});

	it('to what it is already, changes nothing', async () => {
		const { name } = await pointNow();
		expect(await record({ name, printer: null })).toEqual({ outcome: 'unchanged' });
	});

	it('refuses what does not fit together, in the form and in the database', async () => {
		expect(await record({ host_name: 'Buurthuis' })).toMatchObject({
			outcome: 'invalid',
			errors: { hostName: expect.any(String) }
		});
		const [id] = await recordedIds(
			record({ location_type: 'buiten_bibliotheek', host_name: 'Buurthuis' })
		);
		await recordedIds(undo(id!));
		expect(await pointNow()).toMatchObject({ hostName: null });
	});

	it('asks about coordinates that are nearer to another municipality', async () => {
		// Vaals, where none of the libraries of this test works.
		const place = { lat: 50.7706, lon: 6.0183, precision: 'street' };
		expect(await record({ place }, { elsewhereMeant: false })).toMatchObject({
			outcome: 'elsewhere',
			municipality: 'Vaals'
		});
		await recordedIds(record({ place }));
		const { lat, lon } = await pointNow();
		expect({ lat, lon }).toEqual({ lat: place.lat, lon: place.lon });
	});

	it('to a place outside a library counts so from then on in every figure', async () => {
		const outside = () =>
			database.db
				.selectFrom('informationPointState')
				.select('outsideLibrary')
				.distinct()
				.where('informationPointId', '=', point.id)
				.execute();
		expect(await outside()).toEqual([{ outsideLibrary: false }]);
		await recordedIds(record({ location_type: 'buiten_bibliotheek' }));
		expect(await outside()).toEqual([{ outsideLibrary: true }]);
	});
});
