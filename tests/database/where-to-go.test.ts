import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { distanceKm } from '#lib/base/map/distance.ts';
import { phoneSentence } from '#lib/figures/where-to-go/texts.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { whereToGoPage } from '#lib/server/figures/where-to-go/page.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const ask = async (asked: string, dates: Record<string, string> = {}) =>
	(await whereToGoPage.read(database.db, new URLSearchParams({ ...dates, plaats: asked }))).answer;
const meant = async (asked: string) => {
	const { reading, place, others } = (await ask(asked)).found;
	const named = ({ name, municipality }: { name: string; municipality: string }) =>
		`${name} in ${municipality}`;
	return { reading, place: place && named(place), others: others.map(named) };
};

describe('what somebody types', () => {
	it.each([
		['Giethoorn', 'Giethoorn in Steenwijkerland'],
		['  GIETHOORN ', 'Giethoorn in Steenwijkerland'],
		['Kerkweg 3, 8355 BB Giethoorn', 'Giethoorn in Steenwijkerland'],
		['Den Bosch', "'s-Hertogenbosch in 's-Hertogenbosch"],
		['Sudwest-Fryslan', 'Súdwest-Fryslân in Súdwest-Fryslân'],
		['Hengelo', 'Hengelo in Hengelo']
	])('%s is %s', async (asked, place) => {
		expect(await meant(asked)).toMatchObject({ reading: 'named', place });
	});

	it('is the largest place of that name, and the others are told and can be asked for', async () => {
		const { others } = await meant('Hengelo');
		expect(others).toEqual(['Hengelo in Bronckhorst']);
		for (const asked of ['Hengelo (Bronckhorst)', 'hengelo gelderland']) {
			expect(await meant(asked)).toMatchObject({
				...{ reading: 'named', place: 'Hengelo in Bronckhorst', others: [] }
			});
		}
	});

	it('may be a municipality without a place of its name, which is measured from its largest', async () => {
		const { found } = await ask('Hollands Kroon');
		expect(found.place).toMatchObject({ kind: 'municipality', name: 'Hollands Kroon' });
		const names = found.within.map(({ name }) => name);
		expect(names.length).toBeGreaterThan(3);
		expect(found.place?.largest).toBe(names[0]);
	});

	it('may be a municipality that is part of another now', async () => {
		expect(await meant('Haaren')).toMatchObject({ reading: 'named' });
		const { found } = await ask('Langedijk', { peildatum: '2022-01-31' });
		expect(found.place?.municipality).toBe('Dijk en Waard');
	});

	it('may be a typing error, or the beginning of a name', async () => {
		expect(await meant('Gietoorn')).toMatchObject({
			...{ reading: 'nearly', place: 'Giethoorn in Steenwijkerland' }
		});
		expect(await meant('Giethoo')).toMatchObject({
			...{ reading: 'begun', place: 'Giethoorn in Steenwijkerland' }
		});
		const several = await meant('amst');
		expect(several).toMatchObject({ reading: 'several', place: null });
		expect(several.others).toContain('Amstelveen in Amstelveen');
	});

	it.each([
		['Limburg', 'province'],
		['8355 BB', 'postcode'],
		['xqzvwkj', 'unknown'],
		["'; drop table place; --", 'unknown'],
		['%', 'unknown'],
		['-', 'unknown'],
		['\0', 'nothing']
	])('%j has no answer: %s', async (asked, reading) => {
		const answer = await ask(asked);
		expect(answer.found).toMatchObject({ reading, place: null });
		expect([...answer.points, ...answer.shut, answer.planned]).toEqual([null]);
	});
});

describe('the points that are told', () => {
	it('are the nearest in the whole country that are open on the day', async () => {
		// A Wednesday.
		const { found, points, shut } = await ask('Giethoorn', { peildatum: '2022-01-26' });
		const all = await database.db
			.selectFrom('informationPointState as stand')
			.innerJoin('informationPoint as point', 'point.id', 'stand.informationPointId')
			.where('stand.validFrom', '<=', '2022-01-26')
			.where('stand.validTo', '>', '2022-01-26')
			.where('stand.knownTo', '=', 'infinity')
			.where('stand.accessible', '=', true)
			.select(['point.id', 'point.lat', 'point.lon'])
			.execute();
		const nearest = all
			.map((point) => ({ id: point.id, km: distanceKm(found.place!, point) }))
			.sort((one, other) => one.km - other.km);
		const told = [...points, ...shut.filter(({ accessible }) => accessible)]
			.sort((one, other) => one.km - other.km)
			.map(({ id }) => id);
		expect(points).toHaveLength(3);
		expect(told).toEqual(nearest.slice(0, told.length).map(({ id }) => id));
	});

	it('were fewer, and further away, when fewer were open', async () => {
		const then = await ask('Giethoorn', { peildatum: '2019-07-10' });
		const now = await ask('Giethoorn');
		expect(then.points[0]!.km).toBeGreaterThan(now.points[0]!.km);
		expect((await ask('Giethoorn', { peildatum: '2019-01-10' })).points).toEqual([]);
	});

	it('have the hours that were known then', async () => {
		const { points } = await ask('Giethoorn');
		const [first] = points;
		const row = {
			...{ informationPointId: first!.id, trait: 'hours', validFrom: '2022-01-01' },
			value: JSON.stringify({ days: Array.from({ length: 7 }, () => [[600, 900]]), kind: null }),
			...{ recordedAt: '2022-01-31T10:00:00Z', recordedBy: 'x', recordedFor: 'POI' }
		};
		await database.ownerDb.insertInto('pointTrait').values(row).execute();
		const after = await ask('Giethoorn');
		expect(phoneSentence(after)).toContain('Vandaag open van 10.00 tot 15.00 uur.');
		const before = await ask('Giethoorn', { bekendOp: '2022-01-30' });
		expect(before.points.find(({ id }) => id === first!.id)?.schedule).toEqual(first!.schedule);
	});

	it('are no reading out for a day that is over', async () => {
		expect(phoneSentence(await ask('Giethoorn', { peildatum: '2022-01-26' }))).toBeNull();
	});

	it('are the same whatever is filtered', async () => {
		const free = await ask('Venlo');
		const filtered = await ask('Venlo', { provincie: 'zeeland', cohort: 'uitrol_2021' });
		expect(filtered.points).toEqual(free.points);
	});
});
