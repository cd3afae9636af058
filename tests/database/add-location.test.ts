import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import { addLocation, checkLocation } from '#lib/server/work/update/add-location.ts';
import { findWorkLibrary, findWorkPoint, listWorkArea } from '#lib/server/work/update/queries.ts';
import { checkAct } from '#lib/server/work/update/service.ts';
import { actForm, locationForm } from '#lib/work/update/schema.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
let adviser: User;
let library: WorkSubject;
let municipalityCode: string;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	library = (await findWorkLibrary(database.db, 'bibliotheek-achterhoekse-poort', TODAY))!;
	const { supportInstituteId } = library.library;
	adviser = {
		...{ id: 'adviser', name: 'Anna', email: 'a@example.nl', role: 'advisor' },
		...{ supportInstituteId, organisation: 'Rijnbrink' }
	};
	const area = await listWorkArea(database.db, library.library.id, TODAY);
	municipalityCode = area[0]!.code;
});
afterAll(() => database.drop());

const typed = (change: Record<string, string> = {}) =>
	locationForm.parse({
		...{ name: 'Buurthuis De Linde', town: 'Aalten', municipalityCode },
		...{ locationType: 'buiten_bibliotheek', hostName: 'De Linde', targetOn: '1-6-2022' },
		...change
	});

describe('adding a location', () => {
	it('makes a location in the municipality with the plan of its opening, by its author', async () => {
		const outcome = await addLocation(database.db, adviser, library, typed(), TODAY);
		if (outcome.outcome !== 'added') throw new Error(JSON.stringify(outcome));
		const point = (await findWorkPoint(database.db, outcome.informationPointId, TODAY))!;
		expect(point).toMatchObject({ name: 'Buurthuis De Linde', library: library.library });
		const [plan, ...rest] = await listSubjectEvents(database.db, point);
		expect(plan).toMatchObject({
			...{ kind: 'planned', milestoneCode: 'opening', targetOn: '2022-06-01' },
			...{ recordedBy: 'adviser', recordedFor: 'Rijnbrink' }
		});
		expect(rest).toEqual([]);
	});

	describe('puts it on the map until its address is known', () => {
		const placeIn = (name: string) =>
			database.db
				.selectFrom('place')
				.innerJoin('placeMunicipality as lies', 'lies.placeId', 'place.id')
				.select(['place.lat', 'place.lon'])
				.where('place.name', '=', name)
				.where('lies.municipalityCode', '=', municipalityCode)
				.executeTakeFirstOrThrow();
		async function standingsAt(name: string, town: string) {
			const values = typed({ name, town });
			const outcome = await addLocation(database.db, adviser, library, values, TODAY);
			if (outcome.outcome !== 'added') throw new Error(JSON.stringify(outcome));
			return database.db
				.selectFrom('informationPoint')
				.select(['lat', 'lon', 'locationPrecision'])
				.where('id', '=', outcome.informationPointId)
				.executeTakeFirstOrThrow();
		}

		it('in its town, however that is written', async () => {
			expect(await standingsAt('Kulturhus', ' BREDEVOORT')).toEqual({
				...(await placeIn('Bredevoort')),
				locationPrecision: 'town'
			});
		});

		it('else in the largest town of its municipality, and says so', async () => {
			const largest = { ...(await placeIn('Aalten')), locationPrecision: 'largest_town' };
			expect(await standingsAt('De Barg', 'Lintelo')).toEqual(largest);
			// A town of another municipality is not where it stands.
			expect(await standingsAt('De Hoek', 'Maastricht')).toEqual(largest);
		});

		it('in the middle of a municipality of which no place is known', async () => {
			await database.ownerDb.deleteFrom('placeMunicipality').execute();
			const middle = await database.db
				.selectFrom('municipality')
				.select(['lat', 'lon'])
				.where('code', '=', municipalityCode)
				.executeTakeFirstOrThrow();
			expect(await standingsAt('Ergens', 'Aalten')).toEqual({
				...middle,
				locationPrecision: 'municipality_centroid'
			});
		});
	});

	it('refuses a name that the library has, and a municipality outside its work area, together', async () => {
		await addLocation(database.db, adviser, library, typed({ name: 'Dorpshuis' }), TODAY);
		const again = typed({ name: 'DORPSHUIS', municipalityCode: 'GM0983' });
		expect(await addLocation(database.db, adviser, library, again, TODAY)).toEqual({
			outcome: 'invalid',
			problems: [
				{ field: 'name', code: 'name_taken' },
				{ field: 'municipalityCode', code: 'outside_work_area' }
			]
		});
	});

	it('never lets go of a host without a word', async () => {
		const inside = typed({ name: 'Leeszaal', locationType: 'vestiging', hostName: 'De Linde' });
		expect(await addLocation(database.db, adviser, library, inside, TODAY)).toEqual({
			outcome: 'invalid',
			problems: [{ field: 'hostName', code: 'host_inside' }]
		});
	});

	it('is looked at as far as it could be read', async () => {
		const readable = { name: 'dorps huis', targetOn: '2021-12-30' };
		expect(await checkLocation(database.db, library, readable, TODAY)).toEqual([
			{ field: 'name', code: 'name_taken' },
			{ field: 'agreedOn', code: 'agreed_when' }
		]);
	});

	describe('with a first plan that was agreed in the past', () => {
		const add = (change: Record<string, string>) =>
			addLocation(database.db, adviser, library, typed(change), TODAY);
		const problem = (field: string, code: string) => ({
			outcome: 'invalid',
			problems: [{ field, code }]
		});

		it('keeps the day on which it was agreed, and records it today', async () => {
			const agreed = { name: 'Kulturhus Oost', targetOn: '2021-11-15', agreedOn: '1 juni 2021' };
			const outcome = await add(agreed);
			if (outcome.outcome !== 'added') throw new Error(JSON.stringify(outcome));
			const point = (await findWorkPoint(database.db, outcome.informationPointId, TODAY))!;
			expect(await listSubjectEvents(database.db, point)).toMatchObject([
				{ kind: 'planned', effectiveOn: '2021-06-01', targetOn: '2021-11-15', recordedOn: TODAY }
			]);
		});

		it('asks for that day where the planned day is behind us', async () => {
			const past = { name: 'Kulturhus West', targetOn: '2022-01-30' };
			expect(await add(past)).toEqual(problem('agreedOn', 'agreed_when'));
			expect(await add({ ...past, agreedOn: '2022-01-31' })).toMatchObject({ outcome: 'added' });
		});

		it('refuses a day to come, and one from before there was a location to plan', async () => {
			const plan = { name: 'Kulturhus Noord', targetOn: '2022-06-01' };
			expect(await add({ ...plan, agreedOn: '2022-02-01' })).toEqual(
				problem('agreedOn', 'in_future')
			);
			expect(await add({ ...plan, agreedOn: '2018-12-31' })).toEqual(
				problem('agreedOn', 'too_early')
			);
		});
	});

	it('asks about a plan for a day long before it was agreed, and takes it when it is meant', async () => {
		const past = { name: 'Oud Raadhuis', targetOn: '2021-12-30', agreedOn: '2022-01-31' };
		expect(await addLocation(database.db, adviser, library, typed(past), TODAY)).toEqual({
			outcome: 'invalid',
			problems: [{ field: 'targetOn', code: 'long_past' }]
		});
		const meant = typed({ ...past, pastMeant: 'yes' });
		expect(await addLocation(database.db, adviser, library, meant, TODAY)).toMatchObject({
			outcome: 'added'
		});
	});

	it.each(['', '31-2-2022', '2018-12-31', '2031-01-01'])(
		'asks for a day on which an opening can be planned, not "%s"',
		(targetOn) => {
			expect(() => typed({ targetOn })).toThrow();
		}
	);
});

describe('looking at an act without recording it', () => {
	it('tells everything that is wrong and writes nothing', async () => {
		const before = await listSubjectEvents(database.db, library);
		const values = actForm.parse({ milestone: 'borging', effectiveOn: '2022-02-01' });
		expect(await checkAct(database.db, adviser, library, 'plan', values, TODAY)).toEqual([
			{ field: 'targetOn', code: 'required' },
			{ field: 'reason', code: 'reason_required' },
			{ field: 'effectiveOn', code: 'in_future' }
		]);
		expect(await listSubjectEvents(database.db, library)).toEqual(before);
	});
});
