import { beforeEach, describe, expect, it } from 'vitest';
import type { Figure, FigureTable } from '#lib/base/charts/figure.ts';
import type { BarChart, ChartSpec } from '#lib/base/charts/types.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { NO_PLAN_TOLD, type PlanTold } from '#lib/network/standing/why-late.ts';
import { parseView } from '#lib/base/selection/view.ts';
import type { Coverage, WhiteSpot } from './coverage-page.ts';
import { fileContext, whatIfSentences } from './coverage-texts.ts';
import { coverageCurveFigure } from './curve-figure.ts';
import { distanceFigure, distanceSentence } from './distance-figure.ts';
import { measureFigure, measureSentence } from './measure-figure.ts';
import type { CoverageFigures, Distance } from './measures.ts';
import {
	chosenFigure,
	chosenFile,
	chosenSentence,
	nextFigure,
	nextFile,
	nextSentence
} from './next-figure.ts';
import type { Candidate } from './situation.ts';
import { spotGroups } from './spot-groups.ts';
import { spotSentence, spotTable, whiteSpotFigure } from './white-spot-figure.ts';

const TODAY = '2022-01-31';
const DAY = '2020-12-31';

const distance = (change: Partial<Distance> = {}): Distance => ({
	inhabitants: 1000,
	meanKm: 10.1,
	within: { 2: 100, 5: 260, 10: 500 },
	...change
});

const figures = (change: Partial<CoverageFigures> = {}): CoverageFigures => ({
	organisations: { covered: 39, total: 137 },
	municipalities: { covered: 59, total: 355 },
	inhabitants: { covered: 240, total: 1000 },
	workArea: { covered: 320, total: 1000 },
	distance: distance(),
	provinces: [
		{ code: 'PV21', name: 'Fryslân', ...distance({ inhabitants: 400, meanKm: 8.5 }) },
		{ code: 'PV22', name: 'Drenthe', ...distance({ inhabitants: 600, meanKm: 24.5 }) }
	],
	...change
});

const candidate = (id: string, name: string | null, municipality: string): Candidate => ({
	...{ id, name, libraryId: 1, status: 'planned_later', planOn: '2021-06-07', lat: 52, lon: 5 },
	...{ firstPlanOn: '2021-06-07', plan: NO_PLAN_TOLD },
	municipality: { code: 'GM0363', name: municipality },
	province: { code: 'PV27', name: 'Noord-Holland' }
});

const spot = (change: Partial<WhiteSpot> = {}): WhiteSpot => ({
	...{ code: 'GM0363', name: 'Amsterdam', status: 'planned_later', inhabitants: 1200 },
	province: { code: 'PV27', slug: 'noord-holland', name: 'Noord-Holland' },
	...{ planOn: '2021-06-07', plan: NO_PLAN_TOLD },
	...{ distanceKm: 9.7, supposed: false },
	...change
});

const SPOTS = [spot(), spot({ code: 'GM0344', name: 'Utrecht', status: 'not_planned' })];

const openings = [
	{ candidate: candidate('288', 'OBA', 'Amsterdam'), added: 120, covered: 360 },
	{ candidate: candidate('GM0344', null, 'Utrecht'), added: 90, covered: 450 }
];

const coverage = ({ whiteSpots = SPOTS, ...change }: Partial<Coverage> = {}): Coverage => ({
	view: parseView(new URLSearchParams({ peildatum: DAY }), TODAY).view,
	query: { open: [], reach: 'municipality' },
	...{ today: TODAY, demoData: false, countedOn: '2020-01-01', whatIf: null, others: [] },
	figures: figures(),
	whiteSpots,
	groups: spotGroups(whiteSpots),
	soon: [],
	late: {
		delay: { count: 60, median: 3, usual: 20 },
		ofCountry: false,
		from: DAY,
		to: DAY
	},
	next: { now: 240, openings },
	curve: [
		{ day: '2019-01-01', covered: 0 },
		{ day: DAY, covered: 240 }
	],
	points: { open: 73, approximate: 70 },
	...change
});

const supposing = (change: Partial<Coverage> = {}) =>
	coverage({
		query: { open: ['288', 'GM0344'], reach: 'municipality' },
		whatIf: {
			opened: openings.map((opening) => opening.candidate),
			figures: figures({ inhabitants: { covered: 450, total: 1000 } }),
			openings
		},
		whiteSpots: [spot({ supposed: true }), spot({ code: 'GM0344', status: 'not_planned' })],
		...change
	});

const at = (day: string) => parseView(new URLSearchParams({ peildatum: day }), TODAY).view;

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('the sentences of coverage, in Dutch', () => {
	it('count municipalities, people and organisations, then and now', () => {
		expect(measureSentence(coverage())).toBe(
			'Op 31 december 2020 hadden 59 van de 355 gemeenten een informatiepunt. ' +
				'Daar woonde 24% van de inwoners. ' +
				'Van de 137 bibliotheekorganisaties hadden er 39 ten minste één informatiepunt.'
		);
		const one = figures({
			municipalities: { covered: 1, total: 355 },
			organisations: { covered: 1, total: 137 }
		});
		expect(measureSentence(coverage({ view: at(TODAY), figures: one }))).toBe(
			'Op 31 januari 2022 heeft 1 van de 355 gemeenten een informatiepunt. ' +
				'Daar woont 24% van de inwoners. ' +
				'Van de 137 bibliotheekorganisaties heeft er 1 ten minste één informatiepunt.'
		);
	});

	it('say that there is none, or nothing at all', () => {
		const none = figures({ municipalities: { covered: 0, total: 355 } });
		expect(measureSentence(coverage({ figures: none }))).toMatch(
			/^Op 31 december 2020 had nog geen van de 355 gemeenten een informatiepunt\. Van/
		);
		const closed = figures({ organisations: { covered: 0, total: 137 } });
		expect(measureSentence(coverage({ figures: closed }))).toMatch(
			/Geen van de 137 bibliotheekorganisaties had een informatiepunt\.$/
		);
		const nothing = coverage({ figures: figures({ municipalities: { covered: 0, total: 0 } }) });
		for (const make of ALL.filter((figure) => figure !== chosenFigure))
			expect(make(nothing).sentence).toBe('Niets gevonden met deze filters op deze dag.');
	});

	it('call a distance what it is', () => {
		expect(distanceSentence(coverage())).toBe(
			'Inwoners woonden gemiddeld 10,1 kilometer van een informatiepunt. ' +
				'26% woonde binnen 5 kilometer. De afstand is hemelsbreed, benaderd.'
		);
		const none = figures({ distance: distance({ meanKm: null }) });
		expect(distanceSentence(coverage({ figures: none }))).toContain('geen informatiepunt open');
	});

	it('count white spots and name the largest group', () => {
		expect(
			spotSentence(coverage({ figures: figures({ inhabitants: { covered: 0, total: 4800 } }) }))
		).toBe(
			'2 gemeenten hadden nog geen informatiepunt. Daar woonden 2.400 mensen: ' +
				'50% van de inwoners. De grootste groep, naar inwoners: later gepland.'
		);
		expect(spotSentence(coverage({ view: at(TODAY), whiteSpots: [spot()] }))).toMatch(
			/^1 gemeente heeft nog geen informatiepunt/
		);
		expect(spotSentence(coverage({ whiteSpots: [] }))).toBe(
			'Er waren geen witte vlekken: elke gemeente had een informatiepunt.'
		);
	});

	it('name the best opening, and say how far the best go together', () => {
		expect(nextSentence(coverage())).toBe(
			'OBA (Amsterdam) voegt het meeste toe: 120 inwoners. ' +
				'Met de beste 2 openingen gaat de dekking van 24% naar 45% van de inwoners.'
		);
		const one = coverage({ next: { now: 240, openings: openings.slice(0, 1) } });
		expect(nextSentence(one)).toContain('Met die opening gaat de dekking van 24% naar 36%');
		expect(nextSentence(coverage({ next: { now: 240, openings: [] } }))).toContain('Geen enkele');
		const near = coverage({ query: { open: [], reach: 5 } });
		expect(nextSentence(near)).toMatch(/binnen 5 kilometer, hemelsbreed en benaderd\.$/);
	});
});

describe('a what-if', () => {
	it('says in the banner, in every figure and in every file that it is no fact', () => {
		const what = supposing();
		expect(whatIfSentences(what.whatIf!, what)).toEqual([
			'U doet alsof er 2 plaatsen extra open zijn: OBA (Amsterdam), ' +
				'Gemeente Utrecht (plek nog niet bekend).',
			'Dan gaat de dekking van 24% naar 45% van de inwoners: 210 erbij.'
		]);
		for (const make of ALL) {
			const figure = make(what);
			expect(figure.title).toMatch(/\(wat-als\)$/);
			expect(figure.sentence).toMatch(/[Ww]at-als, geen feit/);
			expect(figure.notes?.join(' ')).toContain('Meegeteld als open: OBA (Amsterdam)');
		}
		expect(fileContext(what, []).filters[0]).toMatch(/^Wat-als, geen feit\. Meegeteld als open:/);
		expect(fileContext(coverage(), []).filters).toEqual([]);
	});

	it('tells what comes of it after what is a fact', () => {
		const what = supposing();
		expect(measureFigure(what).sentence).toBe(
			`${measureSentence(what)} Wat-als, geen feit: met 2 plaatsen extra open ` +
				'zijn het 59 gemeenten, met 45% van de inwoners.'
		);
		expect(whiteSpotFigure(what).sentence).toMatch(
			/ is het aantal witte vlekken 1, met 1\.200 inwoners\.$/
		);
		expect(coverageCurveFigure(what).sentence).toBe(
			'Op 31 december 2020 woonde 24% van de inwoners in een gemeente met een informatiepunt. ' +
				'Wat-als, geen feit: met 2 plaatsen extra open is het 45%.'
		);
		expect(chosenFigure(what).sentence).toBe(
			'Wat-als, geen feit: met 2 plaatsen extra open. Van uw 2 plaatsen voegt ' +
				'OBA (Amsterdam) het meeste toe: 120 inwoners. Samen zijn het er 210.'
		);
	});

	it('names five places and counts the others', () => {
		const what = supposing().whatIf!;
		const opened = Array.from({ length: 8 }, (_, index) => candidate(`${index}`, `L${index}`, 'M'));
		const [banner] = whatIfSentences({ ...what, opened }, coverage());
		expect(banner).toMatch(/8 plaatsen extra open zijn: L0 \(M\), .*L4 \(M\), en nog 3\.$/);
	});

	it('with one place speaks of one place', () => {
		const what = supposing().whatIf!;
		const one = supposing({
			whatIf: { ...what, opened: what.opened.slice(0, 1), openings: openings.slice(0, 1) }
		});
		expect(chosenSentence(one)).toBe('OBA (Amsterdam) voegt 120 inwoners toe.');
		expect(chosenFigure(one).sentence).toMatch(/^Wat-als, geen feit: met 1 plaats extra open\./);
		expect(whatIfSentences(one.whatIf!, one)[0]).toContain('er 1 plaats extra open is:');
	});

	it('says so when it changes nothing', () => {
		const what = supposing().whatIf!;
		const same = { ...what, figures: figures() };
		expect(whatIfSentences(same, coverage())[1]).toBe(
			'De dekking in inwoners verandert daar niet door.'
		);
	});

	it('is told in the list of white spots, where it would open', () => {
		expect(spotTable(supposing()).rows.map((row) => row.at(-1))).toEqual(['wat-als: open', null]);
		expect(spotTable(coverage()).columns.map(({ key }) => key)).not.toContain('wat_als');
	});
});

describe('where a plan stands', () => {
	const plan: PlanTold = {
		story: 'long_past',
		reason: 'Ruimte of verbouwing',
		text: 'al 13 maanden voorbij',
		line: 'Al 13 maanden voorbij. Reden: Ruimte of verbouwing'
	};
	const cells = ({ columns, rows }: FigureTable, row: number) => {
		const own = rows[row] ?? [];
		return Object.fromEntries(columns.map(({ key }, at) => [key, own[at]]));
	};
	const told = openings.map((opening) => ({
		...opening,
		candidate: { ...opening.candidate, plan }
	}));
	const inWord = { stand_van_planning: 'lang-voorbij', reden: 'Ruimte of verbouwing' };

	it('is one word in a file, with the reason beside it, as in the file of the map', () => {
		expect(cells(spotTable(coverage({ whiteSpots: [spot({ plan })] })), 0)).toMatchObject(inWord);
		const next = { now: 240, openings: told };
		expect(cells(nextFile(coverage({ next })).table, 1)).toMatchObject(inWord);
		const { whatIf } = supposing();
		const chosen = chosenFile(coverage({ whatIf: { ...whatIf!, openings: told } }));
		expect(cells(chosen.table, 1)).toMatchObject(inWord);
	});

	it('is a sentence with the reason in the tables of the page', () => {
		const next = { now: 240, openings: told };
		const line = { stand_van_planning: plan.line };
		expect(cells(nextFigure(coverage({ next })).table, 1)).toMatchObject(line);
		const { whatIf } = supposing();
		const chosen = chosenFigure(coverage({ whatIf: { ...whatIf!, openings: told } }));
		expect(cells(chosen.table, 1)).toMatchObject(line);
	});
});

const ALL = [
	measureFigure,
	distanceFigure,
	whiteSpotFigure,
	nextFigure,
	chosenFigure,
	coverageCurveFigure
];

describe('chart and table of a figure', () => {
	it('say the same numbers, with and without a what-if', () => {
		for (const make of ALL) {
			for (const given of [coverage(), supposing()]) {
				const figure = make(given);
				const missing = figure.panels
					.flatMap(({ chart }) => drawn(chart))
					.filter(({ at, values }) => !rowsOf(figure, at).some((row) => hasAll(row, values)));
				expect(missing).toEqual([]);
				expect(widths(figure)).toEqual([figure.table.columns.length]);
			}
		}
	});

	it('put the province that is furthest first, after all together', () => {
		const chart = distanceFigure(coverage()).panels[0]!.chart as BarChart;
		expect(chart.categories).toEqual(['Alles samen', 'Drenthe', 'Fryslân']);
	});
});

describe('in English', () => {
	it('the sentences say the same', () => {
		overwriteGetLocale(() => 'en');
		expect(measureSentence(coverage())).toBe(
			'On 31 December 2020, 59 of the 355 municipalities had an information point. ' +
				'24% of the inhabitants lived there. ' +
				'Of the 137 library organisations, 39 had at least one information point.'
		);
		expect(nextFigure(supposing()).title).toMatch(/\(what-if\)$/);
	});
});

/** What stands together in a chart: the values of one series at one place. */
function drawn(chart: ChartSpec): { at: string; values: number[] }[] {
	if (chart.kind === 'line')
		return chart.series.flatMap(({ points }) =>
			points.flatMap(({ x, y }) => (y === null ? [] : [{ at: String(x), values: [y] }]))
		);
	return chart.series.flatMap(({ values }) =>
		values.flatMap((value, index) => {
			const numbers = [value].flat().filter((one) => one !== null);
			return numbers.length > 0 ? [{ at: chart.categories[index] ?? '', values: numbers }] : [];
		})
	);
}

/** The rows of the table about a place or day of the chart; a table says more of a place. */
const rowsOf = ({ table }: Figure, at: string) =>
	table.rows.filter((row) => row.some((cell) => typeof cell === 'string' && cell.includes(at)));

const hasAll = (row: readonly unknown[], values: readonly number[]) =>
	values.every((value) => row.includes(value));

const widths = (figure: Figure) => [...new Set(figure.table.rows.map((row) => row.length))];
