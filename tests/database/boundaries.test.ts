import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { project } from '#lib/base/map/projection.ts';
import type { Ring } from '#lib/base/map/path.ts';
import { MissingMunicipalities, replaceBoundaries } from '#seeds/boundaries/replace-boundaries.ts';
import type { OfficialArea } from '#seeds/boundaries/read-official.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

function square(code: string, lon: number, lat: number): OfficialArea {
	const [x, y] = project(lon, lat);
	const ring: Ring = [[x, y], [x + 30, y], [x + 30, y + 30], [x, y + 30]]; // prettier-ignore
	return { code, rings: [ring] };
}
const file = (day: string, ...areas: OfficialArea[]) => ({ areas, day, source: 'gemeenten.json' });
const [west, east] = [square('GM0001', 5, 52.2), square('GM0002', 5.4, 52.2)];

const listSets = () =>
	database.ownerDb
		.selectFrom('boundarySet')
		.select(['kind', 'validFrom', 'validTo', 'source'])
		.orderBy('validFrom')
		.execute();
const listCodes = async () => {
	const rows = await database.ownerDb
		.selectFrom('municipalityBoundary')
		.select('municipalityCode')
		.orderBy('municipalityCode')
		.execute();
	return rows.map((row) => row.municipalityCode);
};

beforeAll(async () => {
	database = await createTestDatabase();
	const known = { source: 'test', confidence: 'invented' };
	await database.ownerDb
		.insertInto('province')
		.values({ code: 'PV26', slug: 'utrecht', name: 'Utrecht', ...known })
		.execute();
	await database.ownerDb
		.insertInto('municipality')
		.values(
			['GM0001', 'GM0002'].map((code) => ({
				code,
				name: `Gemeente ${code}`,
				provinceCode: 'PV26',
				lat: 52,
				lon: 5,
				...known
			}))
		)
		.execute();
});

beforeEach(async () => {
	await database.ownerDb.deleteFrom('boundarySet').execute();
	const set = { kind: 'schematic', attribution: 'x', source: 'centroids', contentHash: 'x' };
	await database.ownerDb
		.insertInto('boundarySet')
		.values([
			{ ...set, validFrom: '2019-01-01', validTo: '2021-01-01' },
			{ ...set, validFrom: '2021-01-01', validTo: 'infinity' }
		])
		.execute();
});

afterAll(() => database.drop());

test('official boundaries take the place of the set of that day, and of no other', async () => {
	const replaced = await replaceBoundaries(database.ownerDb, file('2021-01-01', west, east));
	expect(replaced).toEqual({
		validFrom: '2021-01-01',
		validTo: 'infinity',
		municipalities: 2,
		unknown: []
	});
	expect(await listSets()).toEqual([
		{ kind: 'schematic', validFrom: '2019-01-01', validTo: '2021-01-01', source: 'centroids' },
		{ kind: 'official', validFrom: '2021-01-01', validTo: 'infinity', source: 'gemeenten.json' }
	]);
	expect(await listCodes()).toEqual(['GM0001', 'GM0002']);
});

test('a file without one of the municipalities changes nothing and names it', async () => {
	const before = await listSets();
	const attempt = replaceBoundaries(
		database.ownerDb,
		file('2020-01-01', west, square('GM0009', 6, 52))
	);
	await expect(attempt).rejects.toThrow(MissingMunicipalities);
	await expect(attempt).rejects.toMatchObject({
		missing: ['GM0002 Gemeente GM0002'],
		unknown: ['GM0009']
	});
	expect(await listSets()).toEqual(before);
});

test('codes that do not exist on that day are left out and told', async () => {
	const strange = square('GM0009', 6, 52);
	const { unknown } = await replaceBoundaries(
		database.ownerDb,
		file('2020-06-30', west, east, strange)
	);
	expect(unknown).toEqual(['GM0009']);
	expect(await listCodes()).toEqual(['GM0001', 'GM0002']);
});

test('pages are told that the data changed', async () => {
	const version = () =>
		database.ownerDb.selectFrom('dataVersion').select('version').executeTakeFirstOrThrow();
	const before = await version();
	await replaceBoundaries(database.ownerDb, file('2021-01-01', west, east));
	expect(await version()).not.toEqual(before);
});
