import type { Cell, Figure, FigureColumn, FigureDefinition } from '#lib/base/charts/figure.ts';
import { formatEuros, formatNumber } from '#lib/base/i18n/numbers.ts';
import { serviceVariantLabel } from '#lib/network/information-point/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { COST_CATEGORIES, COST_KINDS, type CostCategory } from '#lib/programme/cost/cost.ts';
import { categoryLabel, kindLabel } from '#lib/programme/cost/labels.ts';
import { SIZES, sizeLabel } from './size.ts';
import type { CostRow, OperatingModel, ShownCosts } from './types.ts';

const definition = (): FigureDefinition => ({ anchor: 'exploitatie', about: m.cost_word() });
const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
const text = (key: string, label: string): FigureColumn => ({ key, label, kind: 'text' });
const euro = (key: string, label: string): FigureColumn => ({ key, label, kind: 'euro' });

/** In euros, rounded to whole cents; null without inhabitants. */
export const perInhabitant = (shown: ShownCosts): number | null =>
	shown.inhabitants === 0 ? null : Math.round(shown.totalCents / shown.inhabitants) / 100;

/** The classes that are shown of a year and kind together; null when none is. What is not shown is in no sum. */
export function togetherOf(rows: readonly CostRow[]): ShownCosts | null {
	const shown = rows.flatMap((row) => row.shown ?? []);
	if (shown.length === 0) return null;
	const sum = (pick: (one: ShownCosts) => number) => shown.reduce((all, one) => all + pick(one), 0);
	return {
		libraries: sum(({ libraries }) => libraries),
		inhabitants: sum(({ inhabitants }) => inhabitants),
		totalCents: sum(({ totalCents }) => totalCents),
		amounts: shown.some(({ amounts }) => amounts === null)
			? null
			: (Object.fromEntries(
					COST_CATEGORIES.map((category) => [
						category,
						sum(({ amounts }) => amounts?.[category] ?? 0)
					])
				) as Record<CostCategory, number>),
		subsidyCents: shown.some(({ subsidyCents }) => subsidyCents === null)
			? null
			: sum(({ subsidyCents }) => subsidyCents ?? 0)
	};
}

/** The last year of which what was spent is shown of any class. */
function lastShown({ rows }: OperatingModel) {
	const spent = rows.filter(({ kind, shown }) => kind === 'werkelijk' && shown !== null);
	const year = spent
		.map((row) => row.year)
		.sort((a, b) => a - b)
		.at(-1);
	return year === undefined ? null : { year, rows: rows.filter((row) => row.year === year) };
}

/** What was spent in the last year, by small and large libraries, and what subsidy stands beside it. */
export function leadSentence(model: OperatingModel): string {
	const last = lastShown(model);
	if (last === null) return m.cost_nothing_shown({ count: model.least });
	const spent = last.rows.filter(({ kind }) => kind === 'werkelijk');
	const all = togetherOf(spent)!;
	const of = (size: string) => spent.find((row) => row.size === size)?.shown ?? null;
	const [small, large] = [of('klein'), of('groot')].map((shown) => shown && perInhabitant(shown));
	return [
		m.cost_sentence({
			...{ year: String(last.year), number: formatNumber(all.libraries) },
			amount: formatEuros(Math.round(all.totalCents / 100))
		}),
		...(all.subsidyCents === null
			? []
			: [m.cost_sentence_subsidy({ amount: formatEuros(Math.round(all.subsidyCents / 100)) })]),
		...(small == null || large == null
			? []
			: [m.cost_sentence_small({ small: formatEuros(small), large: formatEuros(large) })])
	].join(' ');
}

function cellsOf(shown: ShownCosts | null): Cell[] {
	if (shown === null) return [null, ...COST_CATEGORIES.map(() => null), null, null, null, null];
	const { libraries, amounts, totalCents, subsidyCents } = shown;
	return [
		libraries,
		...COST_CATEGORIES.map((category) => (amounts === null ? null : amounts[category] / 100)),
		...[totalCents / 100, perInhabitant(shown)],
		...(subsidyCents === null
			? [null, null]
			: [subsidyCents / 100, (subsidyCents - totalCents) / 100])
	];
}

/** Costs by year, size and category, budget and actual, with the subsidy beside them. */
export function costFigure(model: OperatingModel): Figure {
	const { rows, least } = model;
	const last = lastShown(model);
	const sizes = SIZES.filter((size) =>
		last?.rows.some((row) => row.size === size && row.shown !== null)
	);
	const of = (size: string, kind: string) => {
		const shown = last?.rows.find((row) => row.size === size && row.kind === kind)?.shown;
		return shown ? perInhabitant(shown) : null;
	};
	const noteOf = (shown: ShownCosts | null) => {
		if (shown === null) return m.cost_hidden({ count: least });
		return shown.amounts === null ? m.cost_split_hidden({ count: least }) : null;
	};
	return {
		id: 'kosten',
		title: last ? m.cost_title_year({ year: String(last.year) }) : m.cost_title(),
		sentence: leadSentence(model),
		panels: last
			? [
					{
						key: 'per-inwoner',
						title: null,
						chart: {
							kind: 'bar',
							categories: sizes.map(sizeLabel),
							x: { label: '' },
							y: { label: m.cost_axis(), format: 'euro' },
							series: COST_KINDS.map((kind) => ({
								key: kind,
								label: kindLabel(kind),
								look: {
									ink: kind === 'begroot' ? ('blue' as const) : ('teal' as const),
									dash: 'solid' as const,
									shape: 'square' as const
								},
								values: sizes.map((size) => of(size, kind))
							}))
						}
					}
				]
			: [],
		table: {
			columns: [
				text('jaar', m.cost_column_year()),
				text('grootte', m.cost_column_size()),
				text('soort_bedrag', m.cost_column_kind()),
				number('bibliotheken', m.cost_column_libraries()),
				...COST_CATEGORIES.map((category) => euro(category, categoryLabel(category))),
				euro('totaal', m.cost_column_total()),
				euro('per_inwoner', m.cost_column_per_inhabitant()),
				euro('berekende_subsidie', m.cost_column_subsidy()),
				euro('subsidie_min_kosten', m.cost_column_difference()),
				text('opmerking', m.cost_column_note())
			],
			rows: [...Map.groupBy(rows, ({ year, kind }) => `${year} ${kind}`).values()].flatMap(
				(group) => {
					const { year, kind } = group[0]!;
					const all = togetherOf(group);
					const name = [String(year)];
					return [
						...group.map(({ size, shown }) => [
							...[...name, sizeLabel(size), kindLabel(kind), ...cellsOf(shown)],
							noteOf(shown)
						]),
						[...[...name, m.cost_size_shown(), kindLabel(kind), ...cellsOf(all)], noteOf(all)]
					];
				}
			)
		},
		definitions: [definition()]
	};
}

/** How many open points work by which variant. */
export function variantFigure({ variants }: OperatingModel): Omit<Figure, 'panels'> {
	return {
		id: 'varianten',
		title: m.cost_variants_title(),
		sentence: m.cost_variants_intro(),
		table: {
			columns: [
				text('variant', m.cost_column_variant()),
				number('open_punten', m.cost_column_points())
			],
			rows: variants.map(({ variant, points }) => [
				variant === null ? m.cost_not_known() : serviceVariantLabel(variant),
				points
			])
		},
		definitions: [definition()]
	};
}

/** The files of the page: `/exploitatie/NAME.csv`, and what each is of. */
export const modelFiles = [
	{ name: 'kosten', of: costFigure },
	{ name: 'varianten', of: variantFigure }
] as const;
