import { afterAll, beforeAll, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { readPickMap } from '#lib/server/work/location/pick-map.ts';
import { recordDetails } from '#lib/server/work/location/record-details.ts';
import { findWorkPoint } from '#lib/server/work/update/queries.ts';
import { nearestTown } from '#lib/work/location/pick-place.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const HENGELO = 'GM0164';

let database: TestDatabase;
let id: number;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const period = await database.db
		.selectFrom('informationPointPeriod')
		.select('informationPointId')
		.where('municipalityCode', '=', HENGELO)
		.where('validTo', '=', 'infinity')
		.orderBy('informationPointId')
		.executeTakeFirstOrThrow();
	id = period.informationPointId;
});
afterAll(() => database.drop());

it('the map of a location begins in the town of its address, when that is known there', async () => {
	const map = await readPickMap(database.db, id, ' hengelo ', TODAY);
	const town = map?.towns.find(({ name, own }) => name === 'Hengelo' && own);
	expect(map).toMatchObject({ town: 'hengelo', start: { lat: town?.lat, lon: town?.lon } });
	expect(map?.towns.find(({ name }) => name === 'Borne')).toMatchObject({
		...{ municipality: 'Borne', own: false }
	});
	expect(await readPickMap(database.db, id, 'Nergens', TODAY)).toMatchObject({ town: null });
});

it('the map asks about the same places elsewhere as the server does', async () => {
	const point = (await findWorkPoint(database.db, id, TODAY))!;
	const adviser: User = {
		...{ id: 'anna', name: 'Anna', email: 'a@example.nl', role: 'advisor' },
		...{ supportInstituteId: point.library.supportInstituteId, organisation: 'Rijnbrink' }
	};
	const { towns, start } = (await readPickMap(database.db, id, 'Hengelo', TODAY))!;
	const judged = { own: 0, elsewhere: 0 };
	for (let step = 0; step < 12; step += 1) {
		const lat = Number((start.lat + (step % 4) * 0.02 - 0.03).toFixed(5));
		const lon = Number((start.lon + Math.floor(step / 4) * 0.05 - 0.05).toFixed(5));
		const place = { lat, lon, precision: 'street' };
		const form = {
			...{ changes: new Map([['place', place] as const]), validFrom: TODAY },
			...{ basedOn: Number.MAX_SAFE_INTEGER, note: null, elsewhereMeant: false }
		};
		const { outcome } = await recordDetails(database.db, adviser, point, form, TODAY);
		const isOwn = nearestTown(towns, place)?.own;
		expect([lat, lon, outcome]).toEqual([lat, lon, isOwn ? 'recorded' : 'elsewhere']);
		judged[isOwn ? 'own' : 'elsewhere'] += 1;
	}
	expect(Math.min(judged.own, judged.elsewhere)).toBeGreaterThan(0);
});
