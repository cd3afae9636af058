import type { Figure, FigureColumn } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { reportingDelayDefinition, withinText } from './labels.ts';
import { reportingDelay } from './reporting-delay.ts';
import type { InstituteDelay, ReportingDelays } from './types.ts';

/** The reporting delay per support institute (POI), the slowest first. */
export function instituteFigure(late: ReportingDelays): Figure {
	const { institutes } = late;
	const measured = institutes.filter(({ usual }) => usual !== null);
	const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
	return {
		id: 'meldtijd',
		title: m.reporting_delay_institutes_title(),
		sentence: instituteSentence(late),
		panels: [
			{
				key: 'dagen',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: measured.map(({ name }) => name),
					x: { label: '' },
					y: { label: m.reporting_delay_axis_days(), unit: m.chart_unit_days(), format: 'number' },
					series: [
						{
							key: 'median',
							label: m.reporting_delay_series_median(),
							look: { ink: 'teal', dash: 'solid', shape: 'square' },
							values: measured.map(({ median }) => median)
						},
						{
							key: 'usual',
							label: m.reporting_delay_series_usual(),
							look: { ink: 'amber', dash: 'dashed', shape: 'square' },
							values: measured.map(({ usual }) => usual)
						}
					]
				}
			}
		],
		table: {
			columns: [
				{ key: 'poi', label: m.reporting_delay_column_institute(), kind: 'text' },
				number('openingen', m.reporting_delay_column_count()),
				number('mediaan_dagen', m.reporting_delay_column_median()),
				number('negentig_procent_dagen', m.reporting_delay_column_usual()),
				{ key: 'onvolledig_vanaf', label: m.reporting_delay_column_incomplete_from(), kind: 'day' }
			],
			rows: institutes.map(({ name, count, median, usual, incompleteFrom }) => [
				name,
				count,
				median,
				usual,
				incompleteFrom
			])
		},
		definitions: [reportingDelayDefinition()]
	};
}

/** Reads the delays out: of all together, and where it takes longest. */
export function instituteSentence({
	counts,
	period,
	institutes
}: Pick<ReportingDelays, 'counts' | 'period' | 'institutes'>): string {
	const { count, median, usual } = reportingDelay(counts);
	const inputs = { count, number: formatNumber(count) };
	if (!period || count === 0) return m.reporting_delay_none();
	if (median === null || usual === null) return m.reporting_delay_few(inputs);
	const all = m.reporting_delay_institutes_sentence({
		...inputs,
		from: formatDay(period.from, getLocale()),
		to: formatDay(period.to, getLocale()),
		median: withinText(median),
		usual: withinText(usual)
	});
	const slowest = slowestOf(institutes);
	if (slowest === undefined) return all;
	const { name, within } = slowest;
	return `${all} ${m.reporting_delay_institutes_slowest({ name, within: withinText(within) })}`;
}

/** The slowest of several; one alone is not slower than any other. */
function slowestOf(institutes: readonly InstituteDelay[]) {
	const [first, second] = institutes.filter(({ usual }) => usual !== null);
	if (!first || !second || first.usual === null || first.usual === second.usual) return undefined;
	return { name: first.name, within: first.usual };
}
