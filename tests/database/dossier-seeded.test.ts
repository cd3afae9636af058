import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysBetween } from '#lib/base/day/day.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { readInformationPointDossier } from '#lib/server/network/information-point/dossier.ts';
import { readLibraryDossier } from '#lib/server/network/library/dossier.ts';
import { listServedNames, listSupportInstitutes } from '#lib/server/network/library/list.ts';
import { readMunicipalityDossier } from '#lib/server/network/municipality/dossier.ts';
import { listProvinces } from '#lib/server/network/province/queries.ts';
import { readProvinceDossier } from '#lib/server/network/province/dossier.ts';
import { whyLine } from '#lib/network/standing/why-late.ts';
import { listReasons } from '#lib/server/network/standing/list-reasons.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const whereOn = (validOn: string, knownOn: string | null) => ({
	asOf: { validOn, knownOn },
	today: TODAY,
	filters: NO_FILTERS
});
const wholeList = { sort: 'name', direction: 'asc', page: 1, pageSize: 1000 } as const;

describe.each([
	['2022-01-31', null],
	['2020-06-30', null],
	['2020-12-31', '2020-12-31']
])('the dossiers on %s, known on %s', (validOn, knownOn) => {
	it('of libraries agree with the list in status, days and milestones', async () => {
		const where = whereOn(validOn, knownOn);
		const { rows } = await listLibraries(database.db, where, wholeList);
		// Every ninth is enough to meet each province, cohort and status.
		for (const standing of rows.filter((_, index) => index % 9 === 0)) {
			const dossier = await readLibraryDossier(database.db, standing.slug, where.asOf, TODAY);
			expect({ slug: standing.slug, status: dossier?.status, ...dossier?.progress }).toEqual({
				slug: standing.slug,
				status: standing.status,
				done: standing.done,
				applicable: standing.applicable
			});
		}
	});

	it('of places that are late tell why, as the lists do', async () => {
		const where = whereOn(validOn, knownOn);
		const said = await listReasons(database.db, where);
		const municipalities = (await listMunicipalityStandings(database.db, where))
			.filter((row) => whyLine(row, said.municipalities.get(row.code), validOn) !== null)
			.slice(0, 12);
		const { rows } = await listLibraries(database.db, where, wholeList);
		const libraries = rows
			.filter((row) => whyLine(row, said.libraries.get(row.id), validOn) !== null)
			.slice(0, 12);
		expect(municipalities.length * libraries.length).toBeGreaterThan(0);
		for (const row of municipalities) {
			const dossier = await readMunicipalityDossier(database.db, row.code, where.asOf, TODAY);
			const why = whyLine(row, said.municipalities.get(row.code), validOn);
			expect([row.name, dossier?.why]).toEqual([row.name, why]);
		}
		for (const row of libraries) {
			const dossier = await readLibraryDossier(database.db, row.slug, where.asOf, TODAY);
			const why = whyLine(row, said.libraries.get(row.id), validOn);
			expect([row.slug, dossier?.why]).toEqual([row.slug, why]);
		}
	});

	it('of provinces show of each library the point that opened first, or is the first to open', async () => {
		const { asOf } = whereOn(validOn, knownOn);
		const dossier = await readProvinceDossier(database.db, 'limburg', asOf, TODAY);
		for (const { id, facts, openedOn, planOn } of dossier?.libraries.rows ?? []) {
			const first = dossier?.firstPoints.find(({ libraryId }) => libraryId === id)?.opening;
			if (facts.realised > 0) expect([id, first?.statusOn]).toEqual([id, openedOn]);
			else if (planOn !== null) expect([id, first?.planOn]).toEqual([id, planOn]);
		}
		expect(dossier?.firstPoints.length).toBeGreaterThan(0);
	});

	it('of municipalities agree with the map in status, milestones and inhabitants', async () => {
		const where = whereOn(validOn, knownOn);
		const standings = await listMunicipalityStandings(database.db, where);
		for (const standing of standings.filter((_, index) => index % 23 === 0)) {
			const dossier = await readMunicipalityDossier(database.db, standing.code, where.asOf, TODAY);
			const inhabitants = dossier?.municipality.population?.inhabitants;
			expect([standing.code, dossier?.status, dossier?.milestonesShare, inhabitants]).toEqual([
				standing.code,
				standing.status,
				standing.milestonesShare,
				standing.inhabitants ?? undefined
			]);
		}
	});
});

it('the slip of every plan adds up from the first plan to the current one', async () => {
	const asOf = { validOn: TODAY, knownOn: null };
	const dossier = await readLibraryDossier(database.db, 'bibliotheek-rotterdam', asOf, TODAY);
	const moved = dossier?.lines.filter((line) => line.moves.length > 0) ?? [];
	expect(moved.length).toBeGreaterThan(0);
	for (const { firstPlanOn, planOn, moves } of moved) {
		const sum = moves.reduce((total, { days }) => total + days, 0);
		expect(sum).toBe(daysBetween(firstPlanOn ?? '', planOn ?? firstPlanOn ?? ''));
	}
});

it('every dossier of a province has its municipalities, libraries and a map', async () => {
	for (const { slug, code } of await listProvinces(database.db)) {
		const asOf = { validOn: TODAY, knownOn: null };
		const dossier = await readProvinceDossier(database.db, slug, asOf, TODAY);
		expect(dossier?.municipalities.every(({ province }) => province.code === code)).toBe(true);
		expect(dossier?.libraries.rows.length).toBeGreaterThan(0);
		expect(dossier?.map?.svg).toContain('class="detail-focus"');
	}
});

it('the map of a point links to the point and names its municipality', async () => {
	const point = await database.db
		.selectFrom('informationPoint')
		.select('id')
		.orderBy('id')
		.executeTakeFirstOrThrow();
	const asOf = { validOn: TODAY, knownOn: null };
	const dossier = await readInformationPointDossier(database.db, point.id, asOf, TODAY);
	expect(dossier?.map?.svg).toContain(`/informatiepunten/${point.id}"`);
	expect(dossier?.map?.svg).toContain(`>${dossier?.point?.municipality.name}</text>`);
});

it('the index counts the libraries of each POI, and the list names what they serve', async () => {
	const institutes = await listSupportInstitutes(database.db, TODAY);
	const { rows, total } = await listLibraries(database.db, whereOn(TODAY, null), wholeList);
	expect(institutes.reduce((sum, { libraries }) => sum + libraries, 0)).toBe(total);
	const eindhoven = rows.find(({ slug }) => slug === 'bibliotheek-eindhoven');
	const served = await listServedNames(database.db, [eindhoven?.id ?? 0], TODAY);
	expect(served.get(eindhoven?.id ?? 0)?.map(({ name }) => name)).toContain('Best');
});
