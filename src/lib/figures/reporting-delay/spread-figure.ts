import type { Figure } from '#lib/base/charts/figure.ts';
import type { LineChart } from '#lib/base/charts/types.ts';
import { formatShare } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { reportingDelayDefinition } from './labels.ts';
import { reportingDelay, shareWithin, type DelayCount } from './reporting-delay.ts';
import type { ReportingDelays } from './types.ts';

/** The share of the openings that had been recorded after so many days. */
export function spreadFigure({ counts }: Pick<ReportingDelays, 'counts'>): Figure {
	const share = (days: number) => formatShare(shareWithin(counts, days));
	const some = reportingDelay(counts).usual !== null;
	return {
		id: 'verdeling',
		title: m.reporting_delay_spread_title(),
		sentence: some
			? m.reporting_delay_spread_sentence({
					week: share(7),
					fortnight: share(14),
					month: share(28)
				})
			: m.reporting_delay_unknown(),
		panels: [{ key: 'deel', title: null, chart: spreadChart(counts) }],
		table: {
			columns: [
				{ key: 'dagen', label: m.reporting_delay_column_days(), kind: 'number' },
				{ key: 'gemeld', label: m.reporting_delay_column_reported(), kind: 'number' },
				{ key: 'samen_gemeld', label: m.reporting_delay_column_within(), kind: 'number' },
				{ key: 'deel', label: m.reporting_delay_column_share(), kind: 'share' }
			],
			rows: counts.map(({ days, count }) => [
				days,
				count,
				countWithin(counts, days),
				shareWithin(counts, days)
			])
		},
		definitions: [reportingDelayDefinition()]
	};
}

const countWithin = (counts: readonly DelayCount[], days: number) =>
	counts.filter((part) => part.days <= days).reduce((sum, { count }) => sum + count, 0);

function spreadChart(counts: readonly DelayCount[]): LineChart {
	const { median, usual } = reportingDelay(counts);
	const [first] = counts;
	const start = first && first.days > 0 ? [{ x: 0, y: 0 }] : [];
	return {
		kind: 'line',
		x: { kind: 'number', label: m.reporting_delay_axis_days(), min: 0 },
		y: { label: m.reporting_delay_axis_share(), format: 'share', max: 1 },
		series: [
			{
				key: 'share',
				label: m.reporting_delay_series_share(),
				look: { ink: 'teal', dash: 'solid', shape: 'circle' },
				stepped: true,
				points: [...start, ...counts.map(({ days }) => ({ x: days, y: shareWithin(counts, days) }))]
			}
		],
		moments: [
			...(median === null ? [] : [{ on: median, sign: '50%' }]),
			...(usual === null ? [] : [{ on: usual, sign: '90%' }])
		]
	};
}
