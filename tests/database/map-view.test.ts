import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawView } from '#lib/server/figures/map-page/draw-view.ts';
import { listPlaceNames } from '#lib/server/base/map/list-place-names.ts';
import { listTimeSteps } from '#lib/server/figures/map-page/list-time-steps.ts';
import { listWaiting, WAITING_SHOWN } from '#lib/server/figures/map-page/list-waiting.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { readOrganisations } from '#lib/server/network/standing/read-organisations.ts';
import { listWhys } from '#lib/server/figures/map-page/list-whys.ts';
import { readListPage } from '#lib/server/figures/map-page/read-list.ts';
import { readMap } from '#lib/server/figures/map-page/read-map.ts';
import { readView } from '#lib/server/figures/page/read-view.ts';
import { viewGeoJson } from '#lib/server/figures/map-page/view-geojson.ts';
import { parsePath } from '#lib/base/map/path.ts';
import { project } from '#lib/base/map/projection.ts';
import { isInside } from '#lib/base/map/rings.ts';
import { mapContent } from '#lib/figures/map-page/map-content.ts';
import { VIEW_PARAMETERS } from '#lib/base/selection/parameters.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

async function open(address: string) {
	const params = new URLSearchParams(address);
	const { view, where } = await readView(database.db, params, TODAY);
	const standings = await readMap(database.db, where, view);
	const content = mapContent(standings, view.measure);
	const list = await readListPage(database.db, where, view, standings.municipalities);
	return { view, where, standings, content, list, svg: drawView(standings, content, view, TODAY) };
}

describe('the map page on the seeded story', () => {
	it('has as many cells as municipalities, whatever is filtered', async () => {
		const { content, standings } = await open('provincie=fryslan&peildatum=2020-06-30');
		expect(content.cells).toHaveLength(355);
		expect(new Set(standings.municipalities.map(({ province }) => province.slug))).toEqual(
			new Set(['fryslan'])
		);
		expect(standings.others).toHaveLength(355 - standings.municipalities.length);
	});

	it('draws every municipality as a link with its name', async () => {
		const { svg, content } = await open('peildatum=2020-06-30');
		for (const { code, label } of content.cells) {
			expect(svg).toContain(`data-code="${code}"`);
			expect(svg).toContain(label.replaceAll("'", '&#39;'));
		}
	});

	it.each(['', 'peildatum=2020-12-31', 'peildatum=2022-03-31&bekendOp=2022-01-31'])(
		'shows every point inside its own municipality, with "%s"',
		async (address) => {
			const { standings, content } = await open(address);
			const cells = new Map(standings.geometry.cells.map((cell) => [cell.code, cell]));
			const codeOf = new Map(
				standings.points.map(({ id, municipalityCode }) => [id, municipalityCode])
			);
			expect(content.points.length).toBeGreaterThan(70);
			const outside = content.points.filter(({ id, lon, lat }) => {
				const rings = parsePath(cells.get(codeOf.get(id)!)!.path);
				return !isInside(project(lon, lat), rings);
			});
			expect(outside.map(({ label }) => label)).toEqual([]);
		}
	);

	it.each(['2020-06-30', TODAY])(
		'names every town inside its own municipality, the largest first, on %s',
		async (day) => {
			const { standings } = await open(`peildatum=${day}`);
			const { boundarySet, cells } = standings.geometry;
			const named = (await listPlaceNames(database.db, boundarySet))!;
			expect(named.slice(0, 3).map(([name]) => name)).toEqual([
				'Amsterdam',
				'Rotterdam',
				'Den Haag'
			]);
			const sizes = named.map(([, , , inhabitants]) => inhabitants);
			expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
			const lies = await database.db
				.selectFrom('place')
				.innerJoin('placeMunicipality as lies', 'lies.placeId', 'place.id')
				.select(['place.name', 'lies.municipalityCode as code'])
				.where('place.kind', '=', 'place')
				.where('place.inhabitants', '>', 0)
				.where('lies.validFrom', '<=', day)
				.where('lies.validTo', '>', day)
				.orderBy('place.inhabitants', 'desc')
				.orderBy('place.id')
				.execute();
			expect(named.map(([name]) => name)).toEqual(lies.map(({ name }) => name));
			const rings = new Map(cells.map(({ code, path }) => [code, parsePath(path)]));
			const outside = named.filter(
				([, lat, lon], index) => !isInside(project(lon, lat), rings.get(lies[index]!.code)!)
			);
			// Three decimals are a hundred metres: a village on the border may end just over it.
			expect(outside.length).toBeLessThan(5);
		}
	);

	it('knows which municipality bears the name of a town, also in another spelling', async () => {
		const { standings } = await open('');
		const named = (await listPlaceNames(database.db, standings.geometry.boundarySet))!;
		const codeOf = (name: string) => named.find(([called]) => called === name)?.[4];
		expect([codeOf('Venlo'), codeOf('Den Haag'), codeOf('Giethoorn')]).toEqual([
			'GM0983',
			'GM0518',
			undefined
		]);
		expect(await listPlaceNames(database.db, 1_000_000)).toBeNull();
	});

	it('counts the same in legend, list and figures', async () => {
		const { content, standings, list } = await open('');
		const drawn = content.legend.entries.reduce((sum, { count }) => sum + count, 0);
		expect(drawn).toBe(standings.headline.municipalities.total);
		expect(list.page.total).toBe(standings.headline.municipalities.total);
	});

	it('the steps of the slider know the published number of organisations', async () => {
		const { where } = await open('');
		const steps = await listTimeSteps(database.db, where, 1);
		const on = (day: string) => steps.findLast((step) => step.day <= day)?.open;
		expect([on('2019-07-01'), on('2019-12-31'), on('2020-12-31')]).toEqual([15, 15, 39]);
	});

	it.each(['', 'provincie=limburg', 'poi=cubiss&cohort=uitrol_2021', 'zoek=biblionet'])(
		'the steps of the slider say what the headline of their day says, with "%s"',
		async (address) => {
			const { where } = await open(address);
			const steps = await listTimeSteps(database.db, where, 1);
			expect(steps.length).toBeGreaterThan(4);
			for (const { day, open: opened, total } of [steps[0]!, steps[3]!, steps.at(-1)!]) {
				const asOf = { ...where.asOf, validOn: day };
				const { organisations } = await readHeadline(database.db, { ...where, asOf });
				expect({ open: organisations.open, total: organisations.total }).toEqual({
					open: opened,
					total
				});
			}
		}
	);

	it('the file with municipalities carries the milestones, whatever the map shows', async () => {
		const { view, where } = await open('');
		const standings = await readMap(database.db, where, view, { milestones: true });
		const content = mapContent(standings, view.measure);
		const { features } = viewGeoJson({ standings, content, view, today: TODAY, demoData: true });
		const shareOf = (code: string) =>
			features.find(({ properties }) => properties.code === code)?.properties.mijlpalenDeel;
		// Venlo has one library, so its share is that of the library.
		const venlo = await readListPage(database.db, where, view, standings.municipalities, 1000);
		const row = venlo.page.rows.find((one) => 'code' in one && one.code === 'GM0983');
		expect(shareOf('GM0983')).toBeGreaterThan(0);
		expect(row).toMatchObject({ milestonesShare: expect.closeTo(Number(shareOf('GM0983')), 3) });
	});

	it('a withdrawn plan has its own words and its reason, on the map and in the list', async () => {
		const { where, standings, content, list } = await open('status=planning-ingetrokken');
		expect(standings.municipalities.length).toBeGreaterThan(0);
		const coloured = content.cells.filter(({ cls }) => cls === 'plan_withdrawn');
		expect(coloured).toHaveLength(standings.municipalities.length);
		const whys = await listWhys(database.db, where, list, null);
		expect(await listWhys(database.db, where, list, standings.reasons)).toEqual(whys);
		for (const { code, label } of coloured) {
			expect(label).toMatch(/: planning ingetrokken; reden: ./);
			expect(whys[code]).toMatch(/^Reden: (?!niet doorgegeven)/);
		}
		for (const point of content.points)
			expect(point.label).toMatch(/, planning ingetrokken; reden: ./);
	});

	it('who waits is who is not open, the earliest first plan first', async () => {
		const { where, standings } = await open('');
		const waiting = await listWaiting(
			database.db,
			where,
			await readOrganisations(database.db, where, WAITING_SHOWN)
		);
		const { total, open: opened } = standings.headline.organisations;
		expect(waiting?.total).toBe(total - opened);
		const plans = (waiting?.rows ?? []).map(({ firstPlanOn }) => firstPlanOn ?? 'infinity');
		expect(plans).toEqual(plans.toSorted());
		// Each that is late says why, or that nobody said.
		for (const row of waiting?.rows ?? []) {
			const late = row.firstPlanOn !== null && row.firstPlanOn < TODAY;
			expect(row.why, row.name).toEqual(late ? expect.stringMatching(/^Reden: /) : null);
		}
		expect(waiting?.rows.some(({ why }) => why && why !== 'Reden: niet doorgegeven')).toBe(true);
	});

	it('opens on any address', async () => {
		const parameter = fc.tuple(
			fc.constantFrom(...VIEW_PARAMETERS),
			fc.oneof(
				fc.string({ unit: 'binary', maxLength: 20 }),
				fc.constantFrom('2020-06-30', '2030-12-31', 'fryslan', 'locaties', 'bibliotheken', 'status')
			)
		);
		await fc.assert(
			fc.asyncProperty(fc.array(parameter, { maxLength: 6 }), async (pairs) => {
				const { svg } = await open(new URLSearchParams(pairs).toString());
				expect(svg.startsWith('<svg')).toBe(true);
			}),
			{ numRuns: 25 }
		);
	});
});
