import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { DETAIL_TRAITS, type DetailTrait } from '#lib/network/trait/details.ts';
import { readCompleteness } from '#lib/server/work/location/read-completeness.ts';
import { countWithoutPlace } from '#lib/server/work/location/count-without-place.ts';
import { recordDetails } from '#lib/server/work/location/record-details.ts';
import { undoTraits } from '#lib/server/work/location/record-traits.ts';
import { findWorkPoint } from '#lib/server/work/update/queries.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const ALL = { withoutPlace: false, page: 1 };

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const read = (
	scope: { supportInstituteId: number | null; province?: string; library?: string },
	list = ALL
) => readCompleteness(database.db, scope, list, TODAY);

const sumOf = (rows: readonly { points: number; known: number; withoutPlace: number }[]) => ({
	points: rows.reduce((sum, { points }) => sum + points, 0),
	known: rows.reduce((sum, { known }) => sum + known, 0),
	withoutPlace: rows.reduce((sum, { withoutPlace }) => sum + withoutPlace, 0)
});

describe('how much is known of locations', () => {
	it('is the same for the country as for its parts together', async () => {
		const { total, groups } = await read({ supportInstituteId: null });
		expect(total.points).toBeGreaterThan(400);
		expect(groups.map(({ grouping }) => grouping)).toEqual(['institute', 'province']);
		for (const { rows } of groups) expect(sumOf(rows)).toEqual(total);
	});

	it('counts what was recorded, no more when it was taken back, and only in its scope', async () => {
		const library = 'bibliotheek-hengelo';
		const before = await read({ supportInstituteId: null, library });
		const [first] = before.points;
		const point = (await findWorkPoint(database.db, first!.id, TODAY))!;
		const { supportInstituteId } = point.library;
		const adviser: User = {
			...{ id: 'anna', name: 'Anna', email: 'a@example.nl', role: 'advisor' },
			...{ supportInstituteId, organisation: 'Rijnbrink' }
		};
		const changes = new Map<DetailTrait, unknown>([
			...([['address', 'Markt 1']] as const),
			...([['place', { lat: 52.26, lon: 6.79, precision: 'street' }]] as const),
			...([['printer', false]] as const)
		]);
		const form = { changes, validFrom: TODAY, basedOn: null, note: null, elsewhereMeant: true };
		const outcome = await recordDetails(database.db, adviser, point, form, TODAY);
		if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
		const after = await read({ supportInstituteId, library });
		expect(after.total).toEqual({
			points: before.total.points,
			known: before.total.known + 3,
			withoutPlace: before.total.withoutPlace - 1
		});
		const without = await read({ supportInstituteId, library }, { withoutPlace: true, page: 1 });
		expect(without.points).toHaveLength(after.total.withoutPlace);
		expect(without.points.map(({ id }) => id)).not.toContain(point.id);
		expect((await read({ supportInstituteId: supportInstituteId + 1, library })).total).toEqual({
			...{ points: 0, known: 0, withoutPlace: 0 }
		});
		await undoTraits(database.db, adviser, point, outcome.ids[0]!, DETAIL_TRAITS);
		expect((await read({ supportInstituteId, library })).total).toEqual(before.total);
	});

	it('counts for the map what waits in the list of the reader, and nothing for others', async () => {
		const { id } = await database.db
			.selectFrom('supportInstitute')
			.select('id')
			.where('slug', '=', 'rijnbrink')
			.executeTakeFirstOrThrow();
		const adviser = await insertUser(database.ownerDb, 'advisor', id);
		const manager = await insertUser(database.ownerDb, 'programme_manager', null, 'KB');
		const count = (user: User | undefined, province: string | null = null) =>
			countWithoutPlace(database.db, user, province, TODAY);
		const listed = async (supportInstituteId: number | null, province?: string) =>
			(await read({ supportInstituteId, ...(province ? { province } : {}) })).total.withoutPlace;
		expect(await count(adviser)).toBe(await listed(id));
		expect(await count(adviser)).toBeGreaterThan(0);
		expect(await count(adviser, 'gelderland')).toBe(await listed(id, 'gelderland'));
		expect(await count(adviser, 'zeeland')).toBe(0);
		expect(await count(manager)).toBe(await listed(null));
		const others = [{ ...adviser, role: 'stakeholder' as const }, undefined];
		expect(await Promise.all(others.map((one) => count(one)))).toEqual([0, 0]);
		expect(await count({ ...adviser, supportInstituteId: null })).toBe(0);
	});

	it('lists the locations in pages, the least known first', async () => {
		const { pageCount, total } = await read({ supportInstituteId: null });
		expect(pageCount).toBe(Math.ceil(total.points / 50));
		const first = await read({ supportInstituteId: null });
		const last = await read({ supportInstituteId: null }, { ...ALL, page: pageCount });
		const known = [...first.points, ...last.points].map((point) => point.known.length);
		expect(known).toEqual(known.toSorted((one, other) => one - other));
		expect(new Set([...first.points, ...last.points].map(({ id }) => id)).size).toBe(known.length);
	});
});
