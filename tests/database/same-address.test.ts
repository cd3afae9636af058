import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { planText } from '#lib/network/standing/plan-text.ts';
import { ROLLOUT_STATUSES, WHITE_SPOT_CLASSES } from '#lib/base/status/rollout-status.ts';
import { onlineNow } from '#lib/network/standing/types.ts';
import { toHeadlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { cohortFigure } from '#lib/figures/progress/cohort-figure.ts';
import { provinceFigure } from '#lib/figures/progress/province-figure.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { readSelection } from '#lib/server/network/standing/read-selection.ts';
import { ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { reportingDelayPage } from '#lib/server/figures/reporting-delay/page.ts';
import { progressOf } from './progress/progress-of.ts';
import { viewSentence, viewSentences } from '#lib/server/figures/map-page/draw-view.ts';
import { listBook } from '#lib/server/figures/map-page/list-book.ts';
import { streamListCsv } from '#lib/server/figures/map-page/list-csv.ts';
import { listTimeSteps } from '#lib/server/figures/map-page/list-time-steps.ts';
import { readMap } from '#lib/server/figures/map-page/read-map.ts';
import { readView } from '#lib/server/figures/page/read-view.ts';
import { viewGeoJson } from '#lib/server/figures/map-page/view-geojson.ts';
import { COHORTS } from '#lib/base/selection/filters.ts';
import { mapContent } from '#lib/figures/map-page/map-content.ts';
import { writeWorkbook } from '#lib/server/platform/spreadsheet/write-workbook.ts';
import { withoutApostrophes, workbookRows } from '#tests/factories/workbook-rows.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

// On 28 January 2021 nine locations work online only and none is closed.
const DAYS = [
	'2019-03-01',
	'2019-07-01',
	'2021-01-28',
	'2021-06-24',
	'2021-12-31',
	TODAY,
	'2022-07-01'
];
const FILTERS = [
	'',
	'provincie=zuid-holland',
	'poi=cubiss',
	'cohort=uitrol_2020',
	'zoek=venlo',
	'zoek=nergens+te+vinden',
	'provincie=flevoland&bekendOp=2021-01-15'
];
const STATUSES = [
	'',
	'status=gerealiseerd',
	'status=planning-verlopen',
	'status=planning-ingetrokken&status=niet-gepland'
];
const addresses = DAYS.flatMap((day) =>
	FILTERS.flatMap((filter) =>
		STATUSES.map((status) => [`peildatum=${day}`, filter, status].filter(Boolean).join('&'))
	)
);

/** Everything that the page and the files of an address show. */
async function open(address: string) {
	const { db } = database;
	const { view, where } = await readView(db, new URLSearchParams(address), TODAY);
	const standings = await readMap(db, where, view);
	const content = mapContent(standings, view.measure);
	const file = {
		db,
		view,
		where,
		standings,
		content,
		today: TODAY,
		demoData: true,
		dataVersion: 1,
		ignored: [],
		supportInstitutes: [],
		params: new URLSearchParams('scheiding=komma')
	};
	const rowsOf = async (list: typeof view.list) => {
		const csv = await text(await streamListCsv({ ...file, view: { ...view, list } }));
		return parse(csv, { bom: true, columns: true }) as Record<string, string>[];
	};
	const bookOf = async (list: typeof view.list) => {
		const url = new URL(`https://ido.example.nl/kaart.xlsx?${address}`);
		return await listBook({ ...file, view: { ...view, list } }, url, 'lijst');
	};
	const { features } = viewGeoJson(file);
	return {
		...{ view, where, standings, content, bookOf },
		headline: standings.headline,
		steps: await listTimeSteps(db, where, 1),
		features: (kind: string) => features.filter(({ properties }) => properties.soort === kind),
		lists: {
			municipalities: await rowsOf('municipalities'),
			libraries: await rowsOf('libraries'),
			informationPoints: await rowsOf('informationPoints')
		}
	};
}

const sumsOf = (rows: readonly Record<string, string>[], columns: readonly string[]) =>
	Object.fromEntries(
		columns.map((name) => [name, rows.reduce((sum, row) => sum + Number(row[name]), 0)])
	);

it.each(addresses)('says the same in words, tiles, list, marks and files: %s', async (address) => {
	const page = await open(address);
	const { headline, standings, content, lists, where, view } = page;
	const { organisations, locations, municipalities } = headline;

	// The status leaves every headline figure as it is.
	expect(headline).toEqual(await readHeadline(database.db, ofEveryStatus(where)));
	expect(viewSentence(standings, view, TODAY)).not.toMatch(/op schema/);

	// Words and figures.
	const words = viewSentence(standings, view, TODAY);
	const covered = /(\d+) van de (\d+) gemeenten/.exec(words)?.slice(1).map(Number);
	if (covered) expect(covered).toEqual([municipalities.covered, municipalities.total]);
	const told = /(\d+) locaties? open/.exec(words)?.[1];
	expect(Number(told ?? 0)).toBe(locations.open);
	const closed = /(\d+) van de \d+ locaties \w+ tijdelijk dicht/.exec(words)?.[1];
	expect(Number(closed ?? 0)).toBe(locations.temporarilyClosed);
	const online = /(\d+) van de \d+ locaties \w+ (?:nu )?alleen online/.exec(words)?.[1];
	expect(Number(online ?? 0)).toBe(onlineNow(locations));
	const white = /(\d+) gemeenten? (?:had|heeft|hebben)\w* nog geen/.exec(words)?.[1];
	expect(Number(white ?? 0)).toBe(municipalities.total - municipalities.covered);

	// The legend counts every municipality once.
	const legend = new Map(content.legend.entries.map(({ cls, count }) => [cls, count]));
	for (const status of WHITE_SPOT_CLASSES)
		expect(legend.get(status)).toBe(headline.whiteSpots[status]);
	expect(ROLLOUT_STATUSES.reduce((sum, one) => sum + (legend.get(one) ?? 0), 0)).toBe(
		municipalities.total
	);

	// What is selected is what is drawn, listed and in the files.
	const selection = standings.selection ?? {
		municipalities: municipalities.total,
		organisations: organisations.total,
		points: content.points.length
	};
	const cells = content.cells.filter(({ cls }) => cls !== null);
	expect(cells).toHaveLength(selection.municipalities);
	expect(lists.municipalities).toHaveLength(selection.municipalities);
	expect(page.features('gemeente')).toHaveLength(selection.municipalities);
	expect(lists.libraries).toHaveLength(selection.organisations);
	expect(content.points).toHaveLength(selection.points);
	expect(page.features('informatiepunt')).toHaveLength(selection.points);
	expect(standings.selection).toEqual(await readSelection(database.db, where));
	if (view.filters.statuses.length === 0) {
		const realised = content.points.filter(({ status }) =>
			['realised', 'temporarily_closed', 'online_now'].includes(status)
		);
		expect(realised).toHaveLength(locations.open + locations.outsideLibrary);
		// A column adds up to the figure with its name wherever the filters choose the same points.
		const { province, supportInstitute, cohort, search } = view.filters;
		if (!supportInstitute && !cohort && !search) {
			const counted = {
				locaties: locations.open,
				locaties_toegankelijk: locations.accessible,
				locaties_tijdelijk_dicht: locations.temporarilyClosed,
				locaties_nu_alleen_online: onlineNow(locations),
				punten_buiten_bibliotheek: locations.outsideLibrary
			};
			for (const list of province
				? [lists.municipalities]
				: [lists.municipalities, lists.libraries])
				expect(sumsOf(list, Object.keys(counted))).toEqual(counted);
		}
		expect(viewSentences(standings, view, TODAY)).toHaveLength(1);
	} else expect(viewSentences(standings, view, TODAY)[1]).toMatch(/^U koos de status/);

	// The slider, and what the API answers.
	const factDay = view.asOf.validOn < TODAY ? view.asOf.validOn : TODAY;
	const step = page.steps.findLast(({ day }) => day <= factDay);
	expect(step?.open ?? 0).toBe(organisations.open);
	const answer = toHeadlineAnswer({
		...{ headline, selection: standings.selection, asOf: view.asOf, today: TODAY },
		...{ filters: view.filters, demoData: true, dataVersion: 1, origin: 'https://ido.example.nl' }
	});
	expect(answer.gemeenten.gedekt).toBe(municipalities.covered);
	expect(answer.feitenVan).toBe(factDay);
	expect(answer.locaties).toMatchObject({
		open: locations.open,
		toegankelijk: locations.accessible,
		tijdelijkDicht: locations.temporarilyClosed,
		nuAlleenOnline: onlineNow(locations)
	});
	expect(answer.geselecteerd?.gemeenten ?? null).toBe(standings.selection?.municipalities ?? null);
	for (const row of Object.values(lists).flat()) expect(row.feiten_van).toBe(factDay);
});

it('nothing found is not on schedule, and a plan still to come is not behind', async () => {
	const none = await open('zoek=nergens+te+vinden');
	expect(viewSentence(none.standings, none.view, TODAY)).toBe(
		'Niets gevonden met deze filters op deze dag.'
	);
	expect(planText(none.headline.organisations, TODAY, TODAY)).toBe('');
	const later = await open('peildatum=2022-07-01');
	const today = await open('');
	expect(later.headline).toEqual({
		...today.headline,
		organisations: { ...today.headline.organisations, planned: expect.any(Number) },
		locations: { ...today.headline.locations, planned: expect.any(Number) },
		whiteSpots: expect.anything()
	});
	expect(planText(later.headline.organisations, '2022-07-01', TODAY)).not.toMatch(/achter/);
	// "Within 90 days" counts from the day asked for: what it says later includes what it says today.
	const soon = (page: typeof today) =>
		page.headline.whiteSpots.plan_overdue + page.headline.whiteSpots.planned_90;
	expect(later.headline.whiteSpots.plan_overdue).toBe(today.headline.whiteSpots.plan_overdue);
	expect(soon(later)).toBeGreaterThan(soon(today));
});

it('a province, group or institute with nothing in it stays, with its zero', async () => {
	const { progress } = await progressOf(database.db, new URLSearchParams('peildatum=2020-12-31'));
	expect(progress.provinces).toHaveLength(12);
	const flevoland = progress.provinces.find(({ slug }) => slug === 'flevoland');
	expect(flevoland).toMatchObject({ fact: 0, firstPlan: 0, gap: 0 });
	const figure = provinceFigure(progress);
	expect(figure.panels.map(({ title }) => title)).toContain('Flevoland');
	expect(figure.table.rows.map(([name]) => name)).toContain('Flevoland');
	// Before the first application was recorded there are groups too.
	const start = await progressOf(database.db, new URLSearchParams('peildatum=2019-01-01'));
	expect(cohortFigure(start.progress).table.columns).toHaveLength(1 + COHORTS.length);
	const { late } = await reportingDelayPage.read(
		database.db,
		new URLSearchParams('peildatum=2019-09-01')
	);
	expect(late.institutes).toHaveLength(9);
});

it('no province is behind by a plan that is still to come', async () => {
	const on = async (day: string) =>
		(await progressOf(database.db, new URLSearchParams(`peildatum=${day}`))).progress;
	const [today, later] = [await on(TODAY), await on('2022-07-01')];
	const gaps = (progress: typeof today) => progress.provinces.map(({ slug, gap }) => [slug, gap]);
	expect(gaps(later)).toEqual(gaps(today));
	expect(provinceFigure(later).sentence).toBe(provinceFigure(today).sentence);
	const planned = (progress: typeof today) =>
		progress.provinces.reduce((sum, { firstPlan }) => sum + firstPlan, 0);
	expect(planned(later)).toBeGreaterThan(planned(today));
});

it.each(['', 'provincie=zuid-holland&status=gerealiseerd', 'zoek=nergens+te+vinden'])(
	'says the same in a list as a workbook and as CSV, with days that are days: %s',
	async (address) => {
		const page = await open(address);
		for (const list of ['municipalities', 'libraries', 'informationPoints'] as const) {
			const book = (await page.bookOf(list))!;
			const [names = [], ...rows] = await workbookRows(await writeWorkbook(book));
			const csv = page.lists[list];
			expect(rows).toEqual(withoutApostrophes(csv.map((row) => names.map((name) => row[name]!))));
			const days = csv.flatMap((row) =>
				names.filter((name) => /^\d{4}-\d\d-\d\d$/.test(row[name]!))
			);
			const kindOf = new Map(book.sheets[0]!.columns.map(({ header, kind }) => [header, kind]));
			for (const name of new Set(days)) expect([name, kindOf.get(name)]).toEqual([name, 'day']);
		}
	}
);
