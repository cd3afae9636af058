import type { Cell, Figure, FigureDefinition, FigureTable } from '#lib/base/charts/figure.ts';
import type { BarChart, SeriesLook } from '#lib/base/charts/types.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coverage } from './coverage-page.ts';
import { LOOKS, marked, placeText } from './coverage-texts.ts';
import type { Opening } from './next-opening.ts';
import { planCells, planColumns } from './plan-columns.ts';

/** So many chosen places have a bar; the table has them all. */
export const MOST_BARS = 15;

/** Which openings add most inhabitants, one after the other; those that are ticked stand out. */
export function nextFigure(coverage: Coverage): Figure {
	const { next, query } = coverage;
	const ticked = (id: string) => query.open.includes(id);
	const bars = [
		{ key: 'best', label: m.coverage_series_best(), look: LOOKS.notOpen, shown: false },
		{ key: 'chosen', label: m.coverage_series_chosen(), look: LOOKS.whatIf, shown: true }
	];
	const figure: Figure = {
		id: 'volgende-opening',
		title: m.coverage_next_title(),
		sentence: nextSentence(coverage),
		panels: [
			{
				key: 'volgende',
				title: null,
				chart: chartOf(
					next.openings,
					bars
						.filter(({ shown }) => !shown || coverage.whatIf)
						.map(({ shown, ...bar }) => ({
							...bar,
							holds: ({ candidate }: Opening) => ticked(candidate.id) === shown
						}))
				)
			}
		],
		table: openingTable(coverage, next.openings),
		definitions: definitionsOf(coverage)
	};
	return marked(figure, coverage, () => m.coverage_whatif_next());
}

/** The file of {@link nextFigure}: where a plan stands is a word there, as in every other file. */
export const nextFile = (coverage: Coverage): Figure => ({
	...nextFigure(coverage),
	table: openingTable(coverage, coverage.next.openings, true)
});

/** The same of {@link chosenFigure}. */
export const chosenFile = (coverage: Coverage): Figure => ({
	...chosenFigure(coverage),
	table: openingTable(coverage, coverage.whatIf?.openings ?? [], true)
});

/** What each ticked place adds, the best first; only in a what-if. */
export function chosenFigure(coverage: Coverage): Figure {
	const openings = coverage.whatIf?.openings ?? [];
	const mine = { key: 'chosen', label: m.coverage_series_chosen(), look: LOOKS.whatIf };
	// More bars than these cannot be read, and nothing but zeros is no chart.
	const shown = openings.filter(({ added }) => added > 0).slice(0, MOST_BARS);
	const chart = chartOf(shown, [{ ...mine, holds: () => true }]);
	const figure: Figure = {
		id: 'keuze',
		title: m.coverage_chosen_title(),
		sentence: '',
		panels: shown.length > 0 ? [{ key: 'keuze', title: null, chart }] : [],
		table: openingTable(coverage, openings),
		definitions: definitionsOf(coverage)
	};
	const told = marked(figure, coverage, (_, mark) =>
		m.coverage_whatif_chosen_sentence({ mark, sentence: chosenSentence(coverage) })
	);
	return { ...told, sentence: told.sentence.trim() };
}

function chartOf(
	openings: readonly Opening[],
	series: readonly {
		key: string;
		label: string;
		look: SeriesLook;
		holds: (opening: Opening) => boolean;
	}[]
): BarChart {
	return {
		kind: 'bar',
		horizontal: true,
		stacked: true,
		categories: openings.map(({ candidate }) => candidate.name ?? candidate.municipality.name),
		x: { label: '' },
		y: { label: m.coverage_axis_added(), unit: m.progress_unit_inhabitants(), format: 'people' },
		series: series.map(({ key, label, look, holds }) => ({
			...{ key, label, look },
			values: openings.map((opening) => (holds(opening) ? opening.added : null))
		}))
	};
}

const definitionsOf = ({ query }: Coverage): FigureDefinition[] => [
	{ anchor: 'volgende-opening', about: m.coverage_next_word() },
	query.reach === 'municipality'
		? { anchor: 'inwonerdekking', about: m.coverage_measure_inhabitants_word() }
		: { anchor: 'afstand', about: m.coverage_measure_distance_word() }
];

/** The openings in their order, after a row with what is covered without any. */
function openingTable(
	{ next, figures, query, whatIf }: Coverage,
	openings: readonly Opening[],
	inFile = false
): FigureTable {
	const share = (covered: number) => shareOf(covered, figures.inhabitants.total);
	const ticked = (id: string) => (query.open.includes(id) ? m.coverage_supposed() : null);
	return {
		columns: [
			{ key: 'plaats', label: m.coverage_column_place(), kind: 'text' },
			{ key: 'stap', label: m.coverage_column_step(), kind: 'number' },
			{ key: 'erbij', label: m.coverage_column_added(), kind: 'number' },
			{ key: 'gedekt', label: m.coverage_column_covered(), kind: 'number' },
			{ key: 'deel', label: m.coverage_column_share(), kind: 'share' },
			{ key: 'status', label: m.coverage_column_status(), kind: 'text' },
			{ key: 'actuele_planning', label: m.coverage_column_planned(), kind: 'day' },
			...(inFile
				? planColumns()
				: [
						{
							key: 'stand_van_planning',
							label: m.coverage_column_plan_standing(),
							kind: 'text' as const
						}
					]),
			...(whatIf
				? [{ key: 'wat_als', label: m.coverage_column_whatif(), kind: 'text' as const }]
				: [])
		],
		rows: [
			[
				...[m.coverage_next_start(), 0, null, next.now, share(next.now), null, null],
				...(inFile ? [null, null] : [null]),
				...(whatIf ? [null] : [])
			],
			...openings.map(({ candidate, added, covered }, index): Cell[] => [
				...[placeText(candidate), index + 1, added, covered, share(covered)],
				...[statusLabel(candidate.status), candidate.planOn],
				...(inFile ? planCells(candidate.plan) : [candidate.plan.line]),
				...(whatIf ? [ticked(candidate.id)] : [])
			])
		]
	};
}

/** Names the best opening, and says how far the best of them together would go. */
export function nextSentence({ next, figures, query }: Coverage): string {
	const [first] = next.openings;
	const last = next.openings.at(-1);
	if (figures.municipalities.total === 0) return m.coverage_empty();
	if (!first || !last) return m.coverage_next_none();
	const share = (covered: number) => formatShare(shareOf(covered, figures.inhabitants.total));
	return [
		m.coverage_next_sentence({
			place: placeText(first.candidate),
			added: formatNumber(first.added)
		}),
		m.coverage_next_sentence_all({
			count: next.openings.length,
			from: share(next.now),
			to: share(last.covered)
		}),
		query.reach === 'municipality' ? '' : m.coverage_next_reach_km({ km: query.reach })
	]
		.filter(Boolean)
		.join(' ');
}

/** Names the ticked place that adds most, and what they add together. */
export function chosenSentence({ whatIf, next, query }: Coverage): string {
	const openings = whatIf?.openings ?? [];
	const [first] = openings;
	const last = openings.at(-1);
	if (!first || !last || first.added === 0) return m.coverage_whatif_result_none();
	const sentence = m.coverage_chosen_sentence({
		count: openings.length,
		place: placeText(first.candidate),
		added: formatNumber(first.added),
		together: formatNumber(last.covered - next.now)
	});
	if (query.reach === 'municipality') return sentence;
	return `${sentence} ${m.coverage_next_reach_km({ km: query.reach })}`;
}
