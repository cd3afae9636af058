import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asMadeOn } from '#lib/figures/forecast/dates.ts';
import { barConfig } from '#lib/base/charts/bar-config.ts';
import type { Cell, Figure, FigureContext, FigureTable } from '#lib/base/charts/figure.ts';
import { toFiguresAnswer } from '#lib/base/charts/figure-answer.ts';
import { lineConfig } from '#lib/base/charts/line-config.ts';
import type { Cell as BookCell } from '#lib/base/spreadsheet/spreadsheet.ts';
import type { ChartSpec } from '#lib/base/charts/types.ts';
import { toCoverageAnswer } from '#lib/figures/coverage/coverage-answer.ts';
import { fileContext } from '#lib/figures/coverage/coverage-texts.ts';
import { coverageCurveFigure } from '#lib/figures/coverage/curve-figure.ts';
import { distanceFigure } from '#lib/figures/coverage/distance-figure.ts';
import { measureFigure } from '#lib/figures/coverage/measure-figure.ts';
import { nextFigure } from '#lib/figures/coverage/next-figure.ts';
import { whiteSpotFigure } from '#lib/figures/coverage/white-spot-figure.ts';
import {
	instituteFigure as instituteFigureOfLooks,
	libraryTable,
	provinceFigure as provinceFigureOfLooks
} from '#lib/figures/freshness/figures.ts';
import {
	provinceFigure as provinceFigureOfCourses,
	yearFigure as yearFigureOfCourses
} from '#lib/figures/participation/figures.ts';
import { provinceFigure, stepFigure } from '#lib/figures/plan-moves/bars.ts';
import { causeFigure } from '#lib/figures/plan-moves/cause-figure.ts';
import { leadTimeFigure } from '#lib/figures/plan-moves/lead-time-figure.ts';
import { contextOf, definitionsOf, fanChart } from '#lib/figures/forecast/figures.ts';
import { makeForecast } from '#lib/figures/forecast/make-forecast.ts';
import { fanTable } from '#lib/figures/forecast/tables.ts';
import { newLocationsFigure } from '#lib/figures/new-locations/figures.ts';
import { toReportingDelayAnswer } from '#lib/figures/reporting-delay/answer.ts';
import { instituteFigure } from '#lib/figures/reporting-delay/institute-figure.ts';
import { spreadFigure } from '#lib/figures/reporting-delay/spread-figure.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { figureBook } from '#lib/server/base/charts/figure-book.ts';
import { figureCsv, type FigureFile } from '#lib/server/base/charts/figure-csv.ts';
import { readWorkbook } from '#lib/server/platform/spreadsheet/read-workbook.ts';
import { writeWorkbook } from '#lib/server/platform/spreadsheet/write-workbook.ts';
import { coveragePage } from '#lib/server/figures/coverage/page.ts';
import { freshnessPage } from '#lib/server/figures/freshness/page.ts';
import {
	libraryTable as libraryTableOfNetworks,
	provinceFigure as provinceFigureOfNetworks,
	stageFigure,
	typeFigure
} from '#lib/figures/referral/figures.ts';
import { referralPage } from '#lib/server/figures/referral/page.ts';
import { participationPage } from '#lib/server/figures/participation/page.ts';
import { newLocationsPage } from '#lib/server/figures/new-locations/page.ts';
import { planMovesPage } from '#lib/server/figures/plan-moves/page.ts';
import { readSituation } from '#lib/server/figures/forecast/read-situation.ts';
import { reportingDelayPage } from '#lib/server/figures/reporting-delay/page.ts';
import { palette } from '#tests/factories/chart-palette.ts';
import { asCsvText, withoutApostrophes, workbookRows } from '#tests/factories/workbook-rows.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { providerContext, providerFiles } from '#lib/figures/provider/figures.ts';
import { providerPage } from '#lib/server/figures/provider/page.ts';
import { modelFiles } from '#lib/figures/operating-model/figures.ts';
import { modelPage } from '#lib/server/figures/operating-model/page.ts';
import { equipmentFiles } from '#lib/figures/equipment/figures.ts';
import { equipmentPage } from '#lib/server/figures/equipment/page.ts';
import { subsidyContext, subsidyFiles } from '#lib/figures/subsidy/figures.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { readSubsidy } from '#lib/server/figures/subsidy/read-subsidy.ts';
import { timelineContext, timelineFiles } from '#lib/figures/timeline/figures.ts';
import { timelinePage } from '#lib/server/figures/timeline/page.ts';
import { responseContext, responseFiles } from '#lib/figures/response-time/figures.ts';
import { responsePage } from '#lib/server/figures/response-time/page.ts';
import { vanguardContext, vanguardFiles } from '#lib/figures/vanguard/figures.ts';
import { vanguardPage } from '#lib/server/figures/vanguard/page.ts';
import { whereToGoFigure } from '#lib/figures/where-to-go/figures.ts';
import { whereToGoPage } from '#lib/server/figures/where-to-go/page.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const origin = 'https://ido.example.nl';

/** A page as its figures, and what the API says of it: that of the tables, or lists of its own. */
interface Page {
	context: FigureContext;
	figures: readonly Pick<Figure, 'id' | 'panels' | 'table' | 'definitions'>[];
	/** Where this answer has the rows of a figure, in their order. */
	lists?: Readonly<Record<string, readonly object[]>>;
}

const PAGES: Record<string, (params: URLSearchParams) => Promise<Page>> = {
	vertraging: async (params) => {
		const { delay, supportInstitutes } = await planMovesPage.read(database.db, params);
		return {
			context: viewContext(delay, supportInstitutes),
			figures: [causeFigure, stepFigure, provinceFigure, leadTimeFigure].map((make) => make(delay))
		};
	},
	meldtijd: async (params) => {
		const { late, supportInstitutes } = await reportingDelayPage.read(database.db, params);
		const answer = toReportingDelayAnswer(late, { dataVersion: 1, origin });
		return {
			context: viewContext(late, supportInstitutes),
			figures: [instituteFigure(late), spreadFigure(late)],
			lists: { meldtijd: answer.perPoi, verdeling: answer.verdeling }
		};
	},
	'laatst-bekeken': async (params) => {
		const { freshness, supportInstitutes } = await freshnessPage.read(database.db, params);
		return {
			context: viewContext(freshness, supportInstitutes),
			figures: [
				instituteFigureOfLooks(freshness),
				provinceFigureOfLooks(freshness),
				{ id: 'bibliotheken', panels: [], ...libraryTable(freshness) }
			]
		};
	},
	cursussen: async (params) => {
		const { participation, supportInstitutes } = await participationPage.read(database.db, params);
		return {
			context: viewContext(participation, supportInstitutes),
			figures: [yearFigureOfCourses(participation), provinceFigureOfCourses(participation)]
		};
	},
	netwerk: async (params) => {
		const { networks, supportInstitutes } = await referralPage.read(database.db, params);
		return {
			context: viewContext(networks, supportInstitutes),
			figures: [
				stageFigure(networks),
				provinceFigureOfNetworks(networks),
				typeFigure(networks),
				{ id: 'bibliotheken', panels: [], ...libraryTableOfNetworks(networks) }
			]
		};
	},
	dekking: async (params) => {
		const { coverage, supportInstitutes } = await coveragePage.read(database.db, params);
		const answer = toCoverageAnswer(coverage, { dataVersion: 1, origin });
		return {
			context: fileContext(coverage, supportInstitutes),
			figures: [
				measureFigure,
				distanceFigure,
				whiteSpotFigure,
				nextFigure,
				coverageCurveFigure
			].map((make) => make(coverage)),
			lists: {
				maten: answer.maten,
				afstand: answer.afstand,
				'witte-vlekken': answer.witteVlekken.groepen,
				// The table begins with what is covered already.
				'volgende-opening': [
					{ erbij: null, gedekt: answer.volgendeOpening.nu, actuelePlanning: null },
					...answer.volgendeOpening.openingen
				],
				verloop: answer.verloop
			}
		};
	},
	'nieuwe-locaties': async (params) => {
		const { opened, supportInstitutes } = await newLocationsPage.read(database.db, params);
		return {
			context: viewContext(opened, supportInstitutes),
			figures: [{ ...newLocationsFigure(opened), panels: [] }]
		};
	},
	'waar-terecht': async (params) => {
		const asked = new URLSearchParams([...params, ['plaats', 'Giethoorn']]);
		const { answer, supportInstitutes } = await whereToGoPage.read(database.db, asked);
		return {
			context: viewContext(answer, supportInstitutes),
			figures: [{ ...whereToGoFigure(answer)!, panels: [] }]
		};
	},
	tijdlijn: async (params) => {
		const { timeline } = await timelinePage.read(database.db, params);
		const figures = timelineFiles.map(({ of }) => ({ ...of(timeline), panels: [] }));
		return { context: timelineContext(timeline), figures };
	},
	dienstverleners: async (params) => {
		const { providers } = await providerPage.read(database.db, params);
		const figures = providerFiles.map(({ of }) => ({ ...of(providers), panels: [] }));
		return { context: providerContext(providers), figures };
	},
	subsidie: async (params) => {
		// What is shown a page at a time is whole in the files and the API.
		const question = await readQuestion(database.db, params);
		const subsidy = await readSubsidy(question, 'answer');
		const figures = subsidyFiles.map(({ of }) => ({ panels: [], ...of(subsidy) }));
		return { context: subsidyContext(subsidy, question.supportInstitutes), figures };
	},
	exploitatie: async (params) => {
		const { model, supportInstitutes } = await modelPage.read(database.db, params);
		const figures = modelFiles.map(({ of }) => ({ panels: [], ...of(model) }));
		return { context: viewContext(model, supportInstitutes), figures };
	},
	toerusting: async (params) => {
		const { equipment, supportInstitutes } = await equipmentPage.read(database.db, params);
		const figures = equipmentFiles.map(({ of }) => ({ panels: [], ...of(equipment) }));
		return { context: viewContext(equipment, supportInstitutes), figures };
	},
	kopgroep: async (params) => {
		const { vanguard } = await vanguardPage.read(database.db, params);
		const figures = vanguardFiles.map(({ of }) => ({ ...of(vanguard), panels: [] }));
		return { context: vanguardContext(vanguard), figures };
	},
	meldingen: async (params) => {
		const { times } = await responsePage.read(database.db, params);
		const figures = responseFiles.map(({ of }) => ({ ...of(times), panels: [] }));
		return { context: responseContext(times), figures };
	},
	prognose: async (params) => {
		const day = params.get('peildatum') ?? '2022-01-31';
		const forecast = makeForecast(await readSituation(database.db, asMadeOn(day)), 200);
		if (!forecast) throw new Error('nothing to forecast');
		const figure = {
			id: 'verwacht',
			panels: [{ key: 'verwacht', title: null, chart: fanChart(forecast, 'locations') }],
			table: fanTable(forecast, 'locations'),
			definitions: definitionsOf('locations')
		};
		return { context: contextOf(forecast, true), figures: [figure] };
	}
};

/** What Chart.js is given: where (a category or an x), and the values there. */
function drawn(chart: ChartSpec): { at: Cell; values: number[] }[] {
	if (chart.kind === 'line') {
		return lineConfig(chart, palette).data.datasets.flatMap(({ data }) =>
			data.flatMap(({ x, y }) => (y === null ? [] : [{ at: x, values: [y] }]))
		);
	}
	return barConfig(chart, palette).data.datasets.flatMap(({ data }) =>
		data.flatMap((value, index) => {
			if (value === null) return [];
			const values = typeof value === 'number' ? [value] : value;
			return [{ at: chart.categories[index] ?? null, values }];
		})
	);
}

/** A bar that floats shows its ends, or how long it is. */
function says(row: readonly Cell[], values: readonly number[]): boolean {
	const [from = 0, to = 0] = values;
	return values.every((value) => row.includes(value)) || row.includes(to - from);
}

function expectInTable(figure: Page['figures'][number]): void {
	for (const { at, values } of figure.panels.flatMap(({ chart }) => drawn(chart))) {
		// A table names a place with its municipality; a chart has less room.
		const isAbout = (cell: Cell) =>
			cell === at || (typeof cell === 'string' && cell.includes(`${at}`));
		const rows = figure.table.rows.filter((row) => row.some(isAbout));
		expect(
			rows.some((row) => says(row, values)),
			`${figure.id}: ${at} ${values.join(' to ')} is in its table`
		).toBe(true);
	}
}

const asRecords = ({ columns, rows }: FigureTable) =>
	rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])));

const asTexts = ({ columns, rows }: FigureTable) =>
	rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, String(row[at] ?? '')])));

/** "binnen_5_km" is `binnen5Km` in an answer. */
const fieldOf = (key: string) => key.replaceAll(/_(.)/g, (_, next: string) => next.toUpperCase());

/**
 * Row by row and field by field: what a column has under the name of a field of the answer is the value
 * there. An answer leaves shares, running totals and ranks to who reads it.
 */
function expectInAnswer(table: FigureTable, list: readonly object[]): void {
	expect(list).toHaveLength(table.rows.length);
	const fields = table.columns.flatMap(({ key, kind }, at) =>
		kind !== 'text' && kind !== 'share' && list[0] && fieldOf(key) in list[0]
			? [{ field: fieldOf(key), at }]
			: []
	);
	const numbers = table.columns.filter(({ kind, key }) => kind === 'number' && !LEFT_OUT.has(key));
	if (list.length > 0) expect(fields.length).toBeGreaterThanOrEqual(numbers.length);
	expect(list).toMatchObject(
		table.rows.map((row) => Object.fromEntries(fields.map(({ field, at }) => [field, row[at]])))
	);
}

/** Columns of numbers that an answer leaves to who reads it. */
const LEFT_OUT = new Set(['samen_gemeld', 'stap']);

/** Name by name and cell by cell: the workbook of a figure, read back, is its CSV. */
async function expectInWorkbook(figure: Page['figures'][number], file: FigureFile): Promise<void> {
	const bytes = await writeWorkbook(figureBook({ ...file, title: figure.id }));
	const [data, about] = (await readWorkbook(bytes)).sheets;
	const width = figure.table.columns.length;
	const csv = parse(figureCsv(file), { bom: true }) as string[][];
	expect(await workbookRows(bytes)).toEqual(
		withoutApostrophes(csv.map((row) => row.slice(0, width)))
	);
	for (const [at, { kind }] of figure.table.columns.entries()) {
		const types = new Set(data!.rows.slice(1).map(({ cells }) => typeOf(cells[at] ?? null)));
		types.delete('nothing');
		if (types.size > 0 && kind !== 'text') expect([kind, ...types]).toEqual([kind, TYPES[kind]]);
	}
	const told = about!.rows.map(({ cells }) => cells.map(asCsvText));
	expect(told).toContainEqual(['Peildatum', file.context.validOn]);
	expect(told).toContainEqual(['Zoals bekend op', file.context.knownOn]);
	expect(told).toContainEqual(['Bron', file.context.source]);
}

const TYPES = { day: 'day', number: 'number', share: 'number', euro: 'number' } as const;
const typeOf = (cell: BookCell) =>
	cell === null ? 'nothing' : typeof cell === 'object' ? 'day' : typeof cell;

describe.each(Object.keys(PAGES))('/%s', (name) => {
	it.each(['', 'peildatum=2021-06-30', 'peildatum=2021-06-30&bekendOp=2021-09-30'])(
		'says the same in chart, table, CSV, workbook and API (%s)',
		async (address) => {
			const page = await PAGES[name]!(new URLSearchParams(address));
			const { context, figures } = page;
			const named = figures.map((figure) => ({ name: figure.id, ...figure }));
			const answer = toFiguresAnswer(named, { context, dataVersion: 1, origin });
			expect(figures.some(({ table }) => table.rows.length > 1)).toBe(true);
			for (const figure of figures) {
				expectInTable(figure);
				const file = { ...figure, context, url: new URL('/x.csv?scheiding=komma', origin) };
				const csv = figureCsv(file);
				await expectInWorkbook(figure, file);
				expect(parse(csv, { bom: true, columns: true })).toMatchObject(asTexts(figure.table));
				const list = page.lists?.[figure.id];
				if (list) expectInAnswer(figure.table, list);
				else expect(answer.figuren[figure.id]?.rijen).toEqual(asRecords(figure.table));
			}
		}
	);
});

describe('a page with figures answers its search', () => {
	const said = async (address: string) => {
		const { hints } = await planMovesPage.readPage(database.db, new URL(origin + address));
		return hints.map(({ text, link, end }) => `${text}${link ? ` [${link.label}]` : ''}${end}`);
	};

	it('by what its words mean', async () => {
		const [meaning] = await said('/vertraging?zoek=Giethoorn');
		expect(meaning).toBe('Giethoorn ligt in de gemeente [Steenwijkerland].');
		expect(await said('/vertraging?zoek=Noord-Holland')).toEqual([
			'Zoekt u de hele provincie? Ga naar [Noord-Holland].'
		]);
		expect(await said('/vertraging')).toEqual([]);
	});

	it('by what is nearest to a typing error, on the same page with the same days', async () => {
		const { hints } = await planMovesPage.readPage(
			database.db,
			new URL(`${origin}/vertraging?peildatum=2021-12-31&zoek=amsterdm&oorzaak=ict`)
		);
		expect(hints[0]).toEqual({ text: 'Niets gevonden bij ‘amsterdm’.', end: '' });
		expect(hints[1]?.link).toEqual({
			label: 'Amsterdam',
			href: '/vertraging?peildatum=2021-12-31&oorzaak=ict&zoek=Amsterdam'
		});
	});
});
