import { beforeEach, describe, expect, it } from 'vitest';
import type { Figure } from '#lib/base/charts/figure.ts';
import type { BarChart, ChartSpec } from '#lib/base/charts/types.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { parseView } from '#lib/base/selection/view.ts';
import {
	candidate,
	coverage,
	distance,
	figures,
	openings,
	spot,
	supposing,
	TODAY
} from '#tests/factories/coverage.ts';
import { fileContext, whatIfSentences } from './coverage-texts.ts';
import { coverageCurveFigure } from './curve-figure.ts';
import { distanceFigure, distanceSentence } from './distance-figure.ts';
import { measureFigure, measureSentence } from './measure-figure.ts';
import { chosenFigure, chosenSentence, nextFigure, nextSentence } from './next-figure.ts';
import { spotSentence, spotTable, whiteSpotFigure } from './white-spot-figure.ts';

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
