import type { Figure, FigureContext } from '#lib/base/charts/figure.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatCents, formatNumber, formatShare } from '#lib/base/i18n/numbers.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { SHARE_UNITS } from '#lib/programme/grant/award.ts';
import type { GrantScheme, GrantWindow } from '#lib/programme/grant/grant.ts';
import type { BroughtIn } from './areas.ts';
import { boughtFigure } from './bought-figure.ts';
import { computedDefinition, rateFigure } from './rate-figure.ts';
import { said, schemeName, yearsText } from '#lib/programme/grant/said.ts';
import { ceilingFigure, groupFigure, yearFigure } from './total-figures.ts';
import { recordedFigure } from './recorded-figure.ts';
import type { ComputedAward, Subsidy } from './types.ts';

type TextFigure = Omit<Figure, 'panels'>;
const inWords = (day: Day) => formatDay(day, getLocale());

/** Amounts that were made available, beside each other. */
export function sourceFigure({ sources }: Subsidy): TextFigure {
	return {
		id: 'bronnen',
		title: m.subsidy_sources_title(),
		sentence: m.subsidy_sources_sentence({ count: sources.length }),
		table: {
			columns: [
				{ key: 'van', label: m.subsidy_column_from(), kind: 'text' },
				{ key: 'bedrag', label: m.subsidy_column_amount(), kind: 'euro' },
				{ key: 'minstens', label: m.subsidy_column_at_least(), kind: 'text' },
				{ key: 'periode', label: m.subsidy_column_period(), kind: 'text' },
				{ key: 'doel', label: m.subsidy_column_purpose(), kind: 'text' },
				{ key: 'voor_wie', label: m.subsidy_column_receiver(), kind: 'text' },
				{ key: 'aangekondigd', label: m.subsidy_column_announced(), kind: 'text' },
				{ key: 'bron_van_het_bedrag', label: m.subsidy_column_source(), kind: 'text' }
			],
			rows: sources.map((source) => [
				...[said(source.name), source.amountCents / 100],
				source.isAtLeast ? m.subsidy_yes() : m.subsidy_no(),
				...[said(source.period), said(source.purpose), said(source.receiver)],
				...[source.announcedOn ?? m.subsidy_not_in_source(), source.source]
			])
		},
		definitions: []
	};
}

/** What one can apply for on the day. */
export function applicationFigure(subsidy: Subsidy): TextFigure {
	const { applications, schemes } = subsidy;
	const row = (state: string) => (window: GrantWindow) => [
		...[schemeName(schemes, window.scheme), yearsText(window), state],
		...[window.opensOn, window.closesOn, said(window.how), window.source]
	];
	return {
		id: 'aanvragen',
		title: m.subsidy_apply_title(),
		sentence: applicationSentence(subsidy),
		table: {
			columns: [
				{ key: 'regeling', label: m.subsidy_column_scheme(), kind: 'text' },
				{ key: 'jaren', label: m.subsidy_column_years(), kind: 'text' },
				{ key: 'aanvragen', label: m.subsidy_column_apply(), kind: 'text' },
				{ key: 'eerste_dag', label: m.subsidy_column_opens(), kind: 'day' },
				{ key: 'laatste_dag', label: m.subsidy_column_closes(), kind: 'day' },
				{ key: 'hoe', label: m.subsidy_column_how(), kind: 'text' },
				{ key: 'bron_van_de_periode', label: m.subsidy_column_source(), kind: 'text' }
			],
			rows: [
				...applications.open.map(row(m.subsidy_state_open())),
				...applications.later.map(row(m.subsidy_state_later())),
				...applications.unknown.map((scheme) => [
					...[said(scheme.name), null, m.subsidy_not_in_source(), null, null],
					...[m.subsidy_not_in_source(), scheme.source]
				]),
				...applications.closed.map(row(m.subsidy_state_closed()))
			]
		},
		definitions: []
	};
}

/** "On 31 January 2022 nothing can be applied for, as far as the sources say. …" */
export function applicationSentence({ applications, schemes, day }: Subsidy): string {
	const { open, closed, unknown } = applications;
	const date = inWords(day);
	const nameOf = (window: GrantWindow) =>
		m.subsidy_window_name({ name: schemeName(schemes, window.scheme), years: yearsText(window) });
	const [last] = closed;
	return [
		...(open.length === 0
			? [m.subsidy_apply_nothing({ date })]
			: open.map((window) =>
					m.subsidy_apply_open({ date, name: nameOf(window), last: inWords(window.closesOn) })
				)),
		...(open.length === 0 && last
			? [m.subsidy_apply_closed({ name: nameOf(last), last: inWords(last.closesOn) })]
			: []),
		...unknown.map((scheme) => m.subsidy_apply_unknown({ name: said(scheme.name) }))
	].join(' ');
}

/** Each award with what it is made of. */
export function awardFigure({ awards, schemes }: Subsidy): TextFigure {
	return {
		id: 'berekening',
		title: m.subsidy_awards_title(),
		sentence: m.subsidy_awards_sentence(),
		table: {
			columns: [
				{ key: 'bibliotheek', label: m.subsidy_column_library(), kind: 'text' },
				{ key: 'provincie', label: m.subsidy_column_province(), kind: 'text' },
				{ key: 'poi', label: m.subsidy_column_institute(), kind: 'text' },
				{ key: 'cohort', label: m.subsidy_column_cohort(), kind: 'text' },
				{ key: 'jaar', label: m.subsidy_column_year(), kind: 'text' },
				{ key: 'regeling', label: m.subsidy_column_scheme(), kind: 'text' },
				{ key: 'cent_per_inwoner', label: m.subsidy_column_cents(), kind: 'number' },
				{ key: 'inwoners', label: m.subsidy_column_inhabitants(), kind: 'number' },
				{ key: 'werkgebied_op', label: m.subsidy_column_area_on(), kind: 'day' },
				{ key: 'inwoners_geteld_op', label: m.subsidy_column_counted_on(), kind: 'day' },
				{ key: 'gemeenten', label: m.subsidy_column_municipalities(), kind: 'text' },
				{ key: 'berekend', label: m.subsidy_column_computed(), kind: 'euro' }
			],
			rows: awards.map(({ base, rate, cents }) => {
				const isFixed = rate.centsPerInhabitant === null;
				const units = isFixed ? null : base.units;
				return [
					...[base.name, base.province, base.institute, cohortLabel(base.cohort)],
					...[String(rate.year), schemeName(schemes, rate.scheme), rate.centsPerInhabitant],
					units === null ? null : units / SHARE_UNITS,
					...(isFixed
						? [null, null, null]
						: [base.referenceOn, base.countedOn, base.municipalities]),
					cents === null ? null : cents / 100
				];
			})
		},
		definitions: [computedDefinition()]
	};
}

/** The amounts of a library together, or that they cannot be computed. */
export const amountText = (cents: number | null): string =>
	cents === null ? m.subsidy_cannot() : formatCents(cents);

/** "Digitale inclusie: 8 cent × 101.802 inwoners = € 8.144,16". */
export function sumText(
	{ base, rate, cents }: ComputedAward,
	schemes: readonly GrantScheme[]
): string {
	const name = schemeName(schemes, rate.scheme);
	if (cents === null) return m.subsidy_sum_unknown({ name });
	const amount = formatCents(cents);
	if (rate.centsPerInhabitant === null || base.units === null)
		return m.subsidy_sum_fixed({ name, amount });
	return m.subsidy_sum({
		...{ name, amount, cents: String(rate.centsPerInhabitant) },
		inhabitants: formatNumber(base.units / SHARE_UNITS)
	});
}

/** "Boxtel: 17% van 14.346 inwoners, brengt € 1.024,30 in". */
export function broughtText({ name, inhabitants, shareUnits, cents }: BroughtIn): string {
	if (inhabitants === null || cents === null) return m.subsidy_brings_unknown({ name });
	const told = { name, inhabitants: formatNumber(inhabitants), amount: formatCents(cents) };
	return shareUnits < SHARE_UNITS
		? m.subsidy_brings_part({ ...told, share: formatShare(shareUnits / SHARE_UNITS) })
		: m.subsidy_brings(told);
}

/** "1 januari 2019 en 1 januari 2020". */
export const daysText = (days: readonly Day[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(days.map(inWords));

/** On which day the inhabitants were counted; null when none were. */
export function countedText(awards: readonly ComputedAward[]): string | null {
	const days = new Set(awards.flatMap(({ base }) => base.countedOn ?? []));
	return days.size === 0 ? null : m.subsidy_area_counted({ date: daysText([...days].toSorted()) });
}

/** Dates and filters. Amounts and inhabitants are real ones; what users of a demo record is not. */
export function subsidyContext(
	{ view, today, demoData, recorded }: Subsidy,
	supportInstitutes: readonly { slug: string; name: string }[]
): FigureContext {
	return {
		...viewContext({ view, today, demoData: demoData && recorded.length > 0 }, supportInstitutes),
		source: m.subsidy_source()
	};
}

/** The same for what is also made of what advisers recorded of locations and hours. */
export function boughtContext(
	subsidy: Pick<Subsidy, 'view' | 'today' | 'demoData'>,
	supportInstitutes: readonly { slug: string; name: string }[]
): FigureContext {
	const recorded = viewContext(subsidy, supportInstitutes);
	return { ...recorded, source: `${m.subsidy_source()}; ${recorded.source}` };
}

/** The files of the page: `/subsidie/NAME.csv`, and what each is of. */
export const subsidyFiles = [
	{ name: 'aanvragen', of: applicationFigure },
	{ name: 'bedragen', of: rateFigure },
	{ name: 'jaren', of: yearFigure },
	{ name: 'plafonds', of: ceilingFigure },
	{ name: 'tegenover', of: boughtFigure, context: boughtContext },
	{ name: 'provincies', of: groupFigure('province') },
	{ name: 'poi', of: groupFigure('institute') },
	{ name: 'cohorten', of: groupFigure('cohort') },
	{ name: 'berekening', of: awardFigure },
	{ name: 'verloop', of: recordedFigure },
	{ name: 'bronnen', of: sourceFigure }
] as const;
