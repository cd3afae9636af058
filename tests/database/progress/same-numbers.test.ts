import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FigureTable } from '#lib/base/charts/figure.ts';
import { lineConfig } from '#lib/base/charts/line-config.ts';
import type { ChartPanel } from '#lib/base/charts/types.ts';
import { SEED } from '#lib/figures/forecast/forecast.ts';
import { makeForecast } from '#lib/figures/forecast/make-forecast.ts';
import { forecastDates } from '#lib/figures/forecast/dates.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { progressAnswer, toProgressAnswer } from '#lib/figures/progress/answer.ts';
import { cohortFigure } from '#lib/figures/progress/cohort-figure.ts';
import { curveFanOf } from '#lib/figures/progress/curve-fan.ts';
import { curveFigure } from '#lib/figures/progress/curve-figure.ts';
import { figureFiles } from '#lib/figures/progress/figure-files.ts';
import { PROGRESS_MEASURES, MEASURE_WORDS } from '#lib/base/measure/measure.ts';
import { provinceFigure } from '#lib/figures/progress/province-figure.ts';
import { onScale } from '#lib/figures/progress/provinces.ts';
import type { Fan, RolloutProgress } from '#lib/figures/progress/types.ts';
import { figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { readChoice, readSituation } from '#lib/server/figures/forecast/read-situation.ts';
import { progressOf } from './progress-of.ts';
import { palette } from '#tests/factories/chart-palette.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

/** What Chart.js is given: per line, the values by x. */
function drawn({ chart }: ChartPanel) {
	if (chart.kind !== 'line') throw new Error('not a line chart');
	return lineConfig(chart, palette).data.datasets.map(({ data }) => data);
}

const shadedFrom = ({ chart }: ChartPanel) =>
	chart.kind === 'line' ? (chart.incomplete?.from ?? null) : undefined;

/** The fan of what the address chooses, made of a few runs. */
async function fanFor({ view, query, today }: RolloutProgress): Promise<Fan> {
	const dates = forecastDates(view.asOf, today);
	const situation = await readSituation(database.db, dates);
	const choice = await readChoice(database.db, dates, view.filters);
	const forecast = makeForecast(situation, 100, SEED, choice);
	if (!forecast) return { state: 'too_few', curve: null };
	return { state: 'ready', curve: curveFanOf(forecast, query.measure) };
}

async function open(address: string) {
	const params = new URLSearchParams(address);
	const { progress, supportInstitutes, dataVersion } = await progressOf(database.db, params);
	const fan = await fanFor(progress);
	const origin = 'https://ido.example.nl';
	const answer = toProgressAnswer(progress, { dataVersion, origin, fan });
	const csvOf = (name: string) => {
		const file = figureFiles.find((one) => one.name === name);
		if (!file) throw new Error(name);
		const context = viewContext(progress, supportInstitutes);
		const text = figureCsv({
			...file.of(progress, fan.curve),
			context,
			url: new URL('/x.csv?scheiding=komma', origin)
		});
		return parse(text, { bom: true, columns: true }) as Record<string, string>[];
	};
	return { progress, fan, answer, csvOf };
}

const cells = ({ columns, rows }: FigureTable) =>
	rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, String(row[at] ?? '')])));

const ADDRESSES = PROGRESS_MEASURES.flatMap((measure) => [
	`telling=${MEASURE_WORDS[measure]}&toon=planning`,
	`telling=${MEASURE_WORDS[measure]}&peildatum=2020-12-31&bekendOp=2021-03-01&toon=planning`,
	`telling=${MEASURE_WORDS[measure]}&poi=cubiss&cohort=uitrol_2020&peildatum=2021-06-30&bekendOp=2021-06-30&toon=planning`,
	`telling=${MEASURE_WORDS[measure]}&provincie=gelderland&peildatum=2022-06-30&vergelijk=2021-06-30&toon=planning,gebeurtenissen`
]);

describe.each(ADDRESSES)('/voortgang?%s', (address) => {
	it('says the same in chart, table, CSV and API about the curve', async () => {
		const { progress, fan, answer, csvOf } = await open(address);
		const { panels, table } = curveFigure(progress, fan.curve);
		const [, , firstPlan, plan, fact, forecast] = drawn(panels[0]!);
		const fromChart = progress.rows.map((_, at) => ({
			dag: firstPlan?.[at]?.x,
			oorspronkelijkePlanning: firstPlan?.[at]?.y,
			actuelePlanning: plan?.[at]?.y,
			gerealiseerd: fact?.[at]?.y,
			verwachting: forecast?.[at]?.y
		}));
		expect(answer.verloop).toMatchObject(fromChart);
		expect(cells(table)).toEqual(
			answer.verloop.map((row) => ({
				dag: row.dag,
				oorspronkelijke_planning: String(row.oorspronkelijkePlanning),
				actuele_planning: String(row.actuelePlanning),
				actuele_planning_al_geopend: String(row.actuelePlanningAlGeopend),
				gerealiseerd: String(row.gerealiseerd ?? ''),
				verwachting: String(row.verwachting ?? ''),
				onvolledig: row.onvolledig ? 'ja' : ''
			}))
		);
		const days = new Set(answer.verloop.map(({ dag }) => dag));
		expect(csvOf('verloop').filter(({ dag }) => days.has(dag ?? ''))).toMatchObject(cells(table));
		expect(shadedFrom(panels[0]!)).toBe(answer.meldtijd.onvolledigVanaf);
	});

	it('says the same in chart, table, CSV and API about the fan of the forecast', async () => {
		const { progress, fan, answer, csvOf } = await open(address);
		const { panels, more } = curveFigure(progress, fan.curve);
		const { gemaaktOp, maanden } = answer.prognose;
		expect(maanden).toHaveLength(25);
		expect(gemaaktOp).toBe(forecastDates(progress.view.asOf, progress.today).day);
		const [lower, upper, ...lines] = drawn(panels[0]!);
		const line = (key: 'voorzichtigMinstens' | 'waarschijnlijk' | 'misschien') =>
			maanden.map((month) => ({ x: month.dag, y: month[key] }));
		expect(lower).toEqual(line('voorzichtigMinstens'));
		expect(upper).toEqual(line('misschien'));
		expect(lines.at(-1)).toEqual(line('waarschijnlijk'));
		const [months] = more ?? [];
		expect(cells(months!.table)).toEqual(
			maanden.map((month) => ({
				dag: month.dag,
				prognose_p85: String(month.voorzichtigMinstens),
				prognose_p50: String(month.waarschijnlijk),
				prognose_p15: String(month.misschien)
			}))
		);
		const inFile = csvOf('verloop').filter((row) => row.prognose_p50 !== '');
		expect(inFile).toMatchObject(
			cells(months!.table).map((row) => ({ ...row, prognose_van: gemaaktOp }))
		);
	});

	it('says the same about provinces, groups and tiles, and its answer fits its description', async () => {
		const { progress, answer, csvOf } = await open(address);
		const provinces = provinceFigure(progress);
		expect(csvOf('provincies')).toMatchObject(cells(provinces.table));
		expect(lastOfPanels(progress)).toEqual(
			answer.provincies.map(({ gerealiseerd, totaal }) => onScale(gerealiseerd, { total: totaal }))
		);
		expect(provinces.panels.map(shadedFrom)).toEqual(
			answer.provincies.map(({ onvolledigVanaf }) => onvolledigVanaf)
		);
		const shown = cells(provinces.table).map((row) => [row.gerealiseerd, row.achterstand]);
		expect(shown).toEqual(
			answer.provincies.map((row) => [String(row.gerealiseerd), String(row.achterstand)])
		);
		const groups = cohortFigure(progress);
		expect(csvOf('groepen')).toMatchObject(cells(groups.table));
		expect(drawn(groups.panels[0]!).map((line) => line.filter(({ y }) => y !== null))).toEqual(
			answer.groepen.map(({ verloop }) => verloop.map(({ weken, deel }) => ({ x: weken, y: deel })))
		);
		expect(
			csvOf('kerncijfers').map((row) => [row.telling, row.gerealiseerd, row.verschil])
		).toEqual(
			answer.kerncijfers.map((tile) => [
				tile.telling,
				String(tile.gerealiseerd),
				String(tile.verschil)
			])
		);
		expect(progressAnswer.parse(answer)).toEqual(answer);
	});
});

/** The fact where each small chart ends. */
function lastOfPanels(progress: RolloutProgress) {
	return provinceFigure(progress).panels.map((panel) => {
		const [, fact] = drawn(panel);
		return fact?.findLast(({ y }) => y !== null)?.y;
	});
}

describe('the days that are probably incomplete', () => {
	it('are the last weeks of a recent day, in chart, table and API, and no days of long ago', async () => {
		const { answer, progress } = await open('peildatum=2022-01-31');
		const marked = answer.verloop.filter(({ onvolledig }) => onvolledig).map(({ dag }) => dag);
		expect(marked[0]).toBe(progress.late.from);
		expect(marked.at(-1)).toBe('2022-01-31');
		const before = (await open('peildatum=2021-06-30')).answer;
		expect(before.verloop.filter(({ onvolledig }) => onvolledig)).toEqual([]);
		expect(before.meldtijd.onvolledigVanaf).toBeNull();
		const then = (await open('peildatum=2021-06-30&bekendOp=2021-06-30')).answer;
		expect(then.meldtijd.onvolledigVanaf).not.toBeNull();
	});
});

describe('the figures of the page', () => {
	it('count every organisation of the groups that is open, and no other', async () => {
		const { answer } = await open('');
		const open_ = answer.groepen.reduce((sum, group) => sum + group.open, 0);
		const tile = answer.kerncijfers.find(({ telling }) => telling === 'organisaties');
		expect(open_).toBe(tile?.gerealiseerd);
	});

	it('show targets from their announcement, and none for a part of the country', async () => {
		const targets = async (address: string) =>
			(await open(address)).progress.targets.map(({ value, announcedOn }) => [value, announcedOn]);
		expect(await targets('peildatum=2020-06-28')).toEqual([[null, '2019-07-01']]);
		expect(await targets('peildatum=2020-06-29')).toEqual([
			[null, '2019-07-01'],
			[60, '2020-06-29'],
			[null, '2020-06-29']
		]);
		expect(await targets('peildatum=2021-12-31&bekendOp=2021-06-23')).toHaveLength(3);
		expect(await targets('provincie=drenthe')).toEqual([]);
	});

	it('sort the provinces by their gap', async () => {
		const { progress } = await open('telling=gemeenten&peildatum=2021-06-30');
		const gaps = progress.provinces.map((province) => onScale(province.gap, province));
		expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
		expect(progress.provinces).toHaveLength(12);
	});
});
