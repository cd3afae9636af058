import type { Figure, FigureDefinition } from '#lib/base/charts/figure.ts';
import type { SeriesLook } from '#lib/base/charts/types.ts';
import { formatCents } from '#lib/base/i18n/numbers.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import { m } from '#lib/paraglide/messages.js';
import type { GrantRate } from '#lib/programme/grant/grant.ts';
import { schemeName, yearsOf } from '#lib/programme/grant/said.ts';
import type { Subsidy } from './types.ts';

const LOOKS: readonly SeriesLook[] = [
	{ ink: 'teal', dash: 'solid', shape: 'square' },
	{ ink: 'amber', dash: 'solid', shape: 'square' },
	{ ink: 'violet', dash: 'solid', shape: 'square' }
];

/** How a scheme is drawn: the same in all charts. */
export const lookOf = ({ schemes }: Pick<Subsidy, 'schemes'>, code: string): SeriesLook =>
	LOOKS[
		Math.max(
			schemes.findIndex((scheme) => scheme.code === code),
			0
		) % LOOKS.length
	]!;

export const computedDefinition = (): FigureDefinition => ({
	...{ anchor: 'subsidie', about: m.explain_term_subsidie() }
});

/** What the schemes pay per inhabitant and year, and what they pay at once. */
export function rateFigure(subsidy: Subsidy): Figure {
	const { rates, schemes } = subsidy;
	const perInhabitant = rates.filter(({ centsPerInhabitant }) => centsPerInhabitant !== null);
	const years = yearsOf(perInhabitant);
	const codes = [...new Set(perInhabitant.map(({ scheme }) => scheme))];
	return {
		id: 'bedragen',
		title: m.subsidy_rates_title(),
		sentence: rateSentence(subsidy),
		panels: [
			{
				key: 'cent',
				title: null,
				chart: {
					kind: 'bar',
					categories: years.map(String),
					x: { label: '' },
					y: { label: m.subsidy_axis_cents(), unit: m.subsidy_unit_cents(), format: 'number' },
					series: codes.map((code) => ({
						key: code,
						label: schemeName(schemes, code),
						look: lookOf(subsidy, code),
						values: years.map((year) => centsOf(perInhabitant, code, year))
					}))
				}
			}
		],
		table: {
			columns: [
				{ key: 'jaar', label: m.subsidy_column_year(), kind: 'text' },
				{ key: 'regeling', label: m.subsidy_column_scheme(), kind: 'text' },
				{ key: 'cent_per_inwoner', label: m.subsidy_column_cents(), kind: 'number' },
				{ key: 'vast_bedrag', label: m.subsidy_column_fixed(), kind: 'euro' },
				{ key: 'alleen_voor', label: m.subsidy_column_only_for(), kind: 'text' },
				{ key: 'dag_van_het_werkgebied', label: m.subsidy_column_reference(), kind: 'text' },
				{ key: 'bekend_sinds', label: m.subsidy_column_since(), kind: 'day' },
				{ key: 'bron_van_het_bedrag', label: m.subsidy_column_source(), kind: 'text' }
			],
			rows: rates
				.toSorted((a, b) => a.year - b.year)
				.map((rate) => [
					...[String(rate.year), schemeName(schemes, rate.scheme), rate.centsPerInhabitant],
					rate.fixedCents === null ? null : rate.fixedCents / 100,
					rate.cohort === null ? m.subsidy_every_library() : cohortLabel(rate.cohort),
					referenceText(rate),
					...[rate.holdsFrom, rate.source]
				])
		},
		definitions: [computedDefinition()]
	};
}

function referenceText({ referenceOn, fixedCents }: GrantRate): string | null {
	if (fixedCents !== null) return null;
	return referenceOn ?? m.subsidy_not_in_source();
}

function centsOf(rates: readonly GrantRate[], scheme: string, year: number): number | null {
	const rate = rates.find((one) => one.scheme === scheme && one.year === year);
	return rate?.centsPerInhabitant ?? null;
}

function rateSentence({ rates, schemes }: Subsidy): string {
	const codes = [...new Set(rates.map(({ scheme }) => scheme))];
	const sentences = codes.flatMap((code) => {
		const of = rates.filter(({ scheme }) => scheme === code).toSorted((a, b) => a.year - b.year);
		const [first, last] = [of[0], of.at(-1)];
		if (!first || !last) return [];
		const name = schemeName(schemes, code);
		if (first.fixedCents !== null) {
			return [m.subsidy_rate_once({ name, amount: formatCents(first.fixedCents) })];
		}
		const cents = String(first.centsPerInhabitant);
		const isSame = of.every((one) => one.centsPerInhabitant === first.centsPerInhabitant);
		return isSame
			? [m.subsidy_rate_same({ name, cents, first: String(first.year), last: String(last.year) })]
			: [
					m.subsidy_rate_moves({
						...{ name, cents, first: String(first.year), last: String(last.year) },
						lastCents: String(last.centsPerInhabitant)
					})
				];
	});
	return sentences.length === 0 ? m.subsidy_rates_none() : sentences.join(' ');
}
