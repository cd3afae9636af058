import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureTable } from '#lib/base/charts/figure.ts';
import type { ChartPanel } from '#lib/base/charts/types.ts';
import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { reportingDelayDefinition } from '#lib/figures/reporting-delay/labels.ts';
import { isNothing } from '#lib/network/standing/is-nothing.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { countText, LOOKS, MEASURE_TEXTS, measureDefinitions } from '#lib/base/measure/labels.ts';
import { onScale } from './provinces.ts';
import type { RolloutProgress, ProvinceProgress } from './types.ts';

/** One small chart per province on one scale, the furthest behind first. */
export function provinceFigure(progress: RolloutProgress): Figure {
	const { measure } = progress.query;
	return {
		id: 'provincies',
		title: `${MEASURE_TEXTS[measure].label()}: ${lowerFirst(m.progress_provinces_title())}`,
		sentence: provinceSentence(progress),
		panels: provincePanels(progress),
		table: provinceTable(progress),
		definitions: [
			...measureDefinitions(measure),
			{ anchor: 'achter', about: m.progress_column_gap() },
			reportingDelayDefinition()
		]
	};
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Which provinces are behind, the furthest by name. */
export function provinceSentence({
	headline,
	provinces,
	query: { measure }
}: Pick<RolloutProgress, 'headline' | 'provinces' | 'query'>): string {
	if (isNothing(headline)) return m.view_list_empty();
	const behind = provinces.filter(({ gap }) => gap > 0);
	const worst = provinces[0];
	const sentence = m.progress_provinces_sentence({
		count: behind.length,
		behind: behind.length,
		total: provinces.length,
		name: worst?.name ?? '',
		fact: countText(worst?.fact ?? 0, measure),
		// What should have been open on the day of the facts; a plan for a day to come has not passed.
		planned: countText((worst?.fact ?? 0) + (worst?.gap ?? 0), measure)
	});
	const scale =
		measure === 'locations' ? m.progress_provinces_scale() : m.progress_provinces_scale_share();
	return `${sentence} ${scale}`;
}

function provincePanels({ provinces, query, view, late }: RolloutProgress): ChartPanel[] {
	const highest = Math.max(
		0,
		...provinces.flatMap((province) =>
			province.rows.map(({ fact, firstPlan }) => onScale(Math.max(fact ?? 0, firstPlan), province))
		)
	);
	const isShare = query.measure !== 'locations';
	const lines = [
		{ key: 'firstPlan', label: m.progress_series_first_plan() },
		{ key: 'fact', label: m.progress_series_fact() }
	] as const;
	return provinces.map((province) => ({
		key: province.slug,
		title: province.name,
		chart: {
			kind: 'line',
			small: true,
			incomplete:
				province.incompleteFrom === null ? null : { from: province.incompleteFrom, to: late.to },
			names: { incomplete: m.reporting_delay_marked() },
			x: { kind: 'day', label: '', min: FIRST_DAY, max: view.asOf.validOn },
			y: {
				label: '',
				format: isShare ? 'share' : 'number',
				max: isShare ? 1 : roundUp(highest)
			},
			series: lines.map(({ key, label }) => ({
				key,
				label,
				look: LOOKS[key],
				stepped: true,
				points: province.rows.map((row) => {
					const value = row[key];
					return { x: row.day, y: value === null ? null : onScale(value, province) };
				})
			}))
		}
	}));
}

/** The end of an axis: the next round number, at least 10. */
export function roundUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(Math.max(value, 10)));
	const step = [1, 1.2, 1.6, 2, 4, 6, 8].find((round) => round * power >= value) ?? 10;
	return Math.round(step * power);
}

/** The same as a table: open at each year-end and on D, planned on D, and the difference. */
export function provinceTable({ provinces, view, query, today }: RolloutProgress): FigureTable {
	const { validOn } = view.asOf;
	const factDay = validOn < today ? validOn : today;
	const years = yearEnds(factDay);
	const date = (day: Day) => formatShortDay(day, getLocale());
	const hasTotal = query.measure !== 'locations';
	const column = (key: string, label: string) => ({ key, label, kind: 'number' as const });
	return {
		columns: [
			{ key: 'provincie', label: m.progress_column_province(), kind: 'text' },
			...years.map((day) =>
				column(`gerealiseerd_${day}`, m.progress_column_year_end({ year: day.slice(0, 4) }))
			),
			column('gerealiseerd', m.progress_column_fact_on({ date: date(factDay) })),
			column('oorspronkelijke_planning', m.progress_column_planned_on({ date: date(validOn) })),
			column('achterstand', m.progress_column_gap()),
			...(hasTotal ? [column('totaal', m.progress_column_total())] : []),
			{ key: 'onvolledig_vanaf', label: m.reporting_delay_column_incomplete_from(), kind: 'day' }
		],
		rows: provinces.map((province) => [
			province.name,
			...years.map((day) => factOn(province, day)),
			province.fact,
			province.firstPlan,
			province.gap,
			...(hasTotal ? [province.total] : []),
			province.incompleteFrom
		])
	};
}

const factOn = ({ rows }: ProvinceProgress, day: Day) =>
	rows.findLast((row) => row.day <= day)?.fact ?? 0;

function yearEnds(before: Day): Day[] {
	const days: Day[] = [];
	for (let year = 2019; `${year}-12-31` < before; year++) days.push(`${year}-12-31`);
	return days;
}
