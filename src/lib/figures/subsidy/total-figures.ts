import type { Figure, FigureColumn } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatCents, formatNumber, formatRoundCents } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { ceilingRoom } from '#lib/programme/grant/award.ts';
import { ratesToCompute } from '#lib/programme/grant/grant.ts';
import { computedDefinition, lookOf } from './rate-figure.ts';
import { said, schemeName, yearsOf, yearsText } from '#lib/programme/grant/said.ts';
import type { GroupTotal } from './totals.ts';
import type { GroupKind, Subsidy } from './types.ts';

const euros = (cents: number | undefined) => (cents === undefined ? null : cents / 100);
export const computedYears = ({ rates, day }: Subsidy): number[] =>
	yearsOf(ratesToCompute(rates, day));

/** The last year that could be computed, in words: what it comes to, and for how many libraries. */
export function leadSentence(subsidy: Subsidy): string {
	const { totals, rates, day } = subsidy;
	const last = totals.year.at(-1);
	const date = formatDay(day, getLocale());
	if (rates.length === 0) return m.subsidy_lead_none({ date });
	if (!last) return m.subsidy_lead_not_yet({ date });
	const years = totals.year.map(({ name }) => name);
	const all = totals.year.reduce((sum, { cents }) => sum + cents, 0);
	return [
		m.subsidy_lead({
			...{ year: last.name, amount: formatRoundCents(last.cents), count: last.libraries },
			number: formatNumber(last.libraries)
		}),
		...(years.length > 1
			? [m.subsidy_lead_all({ first: years[0]!, last: last.name, amount: formatRoundCents(all) })]
			: []),
		m.subsidy_lead_computed()
	].join(' ');
}

/** What the schemes come to in each year, by scheme. */
export function yearFigure(subsidy: Subsidy): Figure {
	const { totals, schemes } = subsidy;
	const codes = schemes
		.map(({ code }) => code)
		.filter((code) => totals.year.some(({ byScheme }) => byScheme[code] !== undefined));
	return {
		id: 'jaren',
		title: m.subsidy_years_title(),
		sentence: leadSentence(subsidy),
		panels: [
			{
				key: 'euro',
				title: null,
				chart: {
					kind: 'bar',
					stacked: true,
					categories: totals.year.map(({ name }) => name),
					x: { label: '' },
					y: { label: m.subsidy_axis_euros(), format: 'euro' },
					series: codes.map((code) => ({
						key: code,
						label: schemeName(schemes, code),
						look: lookOf(subsidy, code),
						values: totals.year.map(({ byScheme }) => euros(byScheme[code]))
					}))
				}
			}
		],
		table: {
			columns: [
				{ key: 'jaar', label: m.subsidy_column_year(), kind: 'text' },
				...codes.map((code) => ({
					key: `berekend_${code.replaceAll('-', '_')}`,
					label: schemeName(schemes, code),
					kind: 'euro' as const
				})),
				{ key: 'berekend', label: m.subsidy_column_computed(), kind: 'euro' },
				{ key: 'bibliotheken', label: m.subsidy_column_libraries(), kind: 'number' },
				{ key: 'niet_te_berekenen', label: m.subsidy_column_unknown(), kind: 'number' }
			],
			rows: totals.year.map((year) => [
				year.name,
				...codes.map((code) => euros(year.byScheme[code])),
				...[euros(year.cents), year.libraries, year.unknown]
			])
		},
		definitions: [computedDefinition()]
	};
}

const GROUPS = {
	province: { id: 'provincies', key: 'provincie', label: () => m.subsidy_column_province() },
	institute: { id: 'poi', key: 'poi', label: () => m.subsidy_column_institute() },
	cohort: { id: 'cohorten', key: 'cohort', label: () => m.subsidy_column_cohort() }
} as const;

const TITLES: Record<GroupKind, () => string> = {
	province: () => m.subsidy_provinces_title(),
	institute: () => m.subsidy_institutes_title(),
	cohort: () => m.subsidy_cohorts_title()
};

/** All computed years together per province, POI or cohort. */
export function groupFigure(kind: GroupKind): (subsidy: Subsidy) => Figure {
	const { id, key, label } = GROUPS[kind];
	return (subsidy) => {
		const groups = subsidy.totals[kind];
		const years = computedYears(subsidy);
		return {
			id,
			title: TITLES[kind](),
			sentence: groupSentence(groups),
			panels: [
				{
					key: 'euro',
					title: null,
					chart: {
						kind: 'bar',
						horizontal: true,
						categories: groups.map(({ name }) => name),
						x: { label: '' },
						y: { label: m.subsidy_axis_euros(), format: 'euro' },
						series: [
							{
								key: 'computed',
								label: m.subsidy_column_computed(),
								look: { ink: 'teal', dash: 'solid', shape: 'square' },
								values: groups.map(({ cents }) => cents / 100)
							}
						]
					}
				}
			],
			table: {
				columns: [
					{ key, label: label(), kind: 'text' },
					...years.map((year) => ({
						key: `berekend_${year}`,
						label: String(year),
						kind: 'euro' as const
					})),
					{ key: 'berekend', label: m.subsidy_column_computed(), kind: 'euro' },
					librariesEver()
				],
				rows: groups.map((group) => [
					group.name,
					...years.map((year) => euros(group.byYear[year])),
					...[euros(group.cents), group.libraries]
				])
			},
			definitions: [computedDefinition()]
		};
	};
}

/** Another count than that of one year, so it has another name. */
const librariesEver = (): FigureColumn => ({
	...{ key: 'bibliotheken_in_deze_jaren', label: m.subsidy_column_libraries_ever() },
	kind: 'number'
});

function groupSentence(groups: readonly GroupTotal[]): string {
	const [most] = groups.toSorted((a, b) => b.cents - a.cents);
	return most
		? m.subsidy_group_most({ name: most.name, amount: formatRoundCents(most.cents) })
		: m.subsidy_nothing();
}

type TextFigure = Omit<Figure, 'panels'>;

/** What the schemes with a ceiling come to, beside it. Only of the whole country. */
export function ceilingFigure({ schemes, totals, ofCountry }: Subsidy): TextFigure {
	const capped = schemes.flatMap((scheme) => {
		const { ceiling } = scheme;
		if (!ofCountry || ceiling === null) return [];
		const within = totals.year.filter(
			({ name }) => Number(name) >= ceiling.firstYear && Number(name) <= ceiling.lastYear
		);
		const cents = within.reduce((sum, { byScheme }) => sum + (byScheme[scheme.code] ?? 0), 0);
		return [{ scheme, ceiling, cents, room: ceilingRoom(cents, ceiling.cents) }];
	});
	const told = capped.map(({ scheme, ceiling, cents, room }) => {
		const words = {
			...{ name: said(scheme.name), ceiling: formatCents(ceiling.cents) },
			...{ years: yearsText(ceiling), amount: formatCents(cents) }
		};
		return room.state === 'over'
			? m.subsidy_ceiling_over({ ...words, excess: formatCents(room.excessCents) })
			: m.subsidy_ceiling_within({ ...words, left: formatCents(room.leftCents) });
	});
	return {
		id: 'plafonds',
		title: m.subsidy_ceiling_title(),
		sentence: told.join(' '),
		table: {
			columns: [
				{ key: 'regeling', label: m.subsidy_column_scheme(), kind: 'text' },
				{ key: 'jaren', label: m.subsidy_column_years(), kind: 'text' },
				{ key: 'plafond', label: m.subsidy_column_ceiling(), kind: 'euro' },
				{ key: 'berekend', label: m.subsidy_column_computed(), kind: 'euro' },
				{ key: 'boven_het_plafond', label: m.subsidy_column_excess(), kind: 'euro' }
			],
			rows: capped.map(({ scheme, ceiling, cents, room }) => [
				...[said(scheme.name), yearsText(ceiling), euros(ceiling.cents), euros(cents)],
				room.state === 'over' ? euros(room.excessCents) : 0
			])
		},
		definitions: [computedDefinition()]
	};
}
