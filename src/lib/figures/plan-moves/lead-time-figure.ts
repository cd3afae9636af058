import type { Figure, FigureColumn } from '#lib/base/charts/figure.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { daysText } from './labels.ts';
import type { PlanMoves, LeadTime } from './types.ts';

/** Fewer than this say nothing about a step. */
const ENOUGH = 5;

/** The step that takes longest: the largest median of those that enough have reached. */
export function bottleneck(leadTimes: readonly LeadTime[]): LeadTime | undefined {
	return leadTimes
		.filter(({ count }) => count >= ENOUGH)
		.toSorted((a, b) => b.p50 - a.p50 || b.p75 - a.p75)[0];
}

/** How long each step takes: where the middle half lies, with the median and the tails in the table. */
export function leadTimeFigure({ leadTimes }: Pick<PlanMoves, 'leadTimes'>): Figure {
	const slowest = bottleneck(leadTimes);
	const name = ({ milestone }: LeadTime) => milestoneLabel(milestone);
	const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
	return {
		id: 'doorlooptijd',
		title: m.plan_moves_lead_title(),
		sentence: slowest
			? m.plan_moves_lead_sentence({
					name: name(slowest),
					days: daysText(slowest.p50),
					from: slowest.p25,
					to: daysText(slowest.p75)
				})
			: m.plan_moves_lead_none(),
		panels: [
			{
				key: 'dagen',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: leadTimes.map(name),
					x: { label: '' },
					y: { label: m.plan_moves_axis_lead(), unit: m.chart_unit_days(), format: 'number' },
					series: [
						{
							key: 'midden',
							label: m.plan_moves_lead_middle(),
							look: { ink: 'teal', dash: 'solid', shape: 'square' },
							values: leadTimes.map(({ p25, p75 }): [number, number] => [p25, p75])
						}
					]
				}
			}
		],
		table: {
			columns: [
				{ key: 'mijlpaal', label: m.plan_moves_column_step(), kind: 'text' },
				number('aantal', m.plan_moves_column_count()),
				number('p10', m.plan_moves_column_p10()),
				number('p25', m.plan_moves_column_p25()),
				number('mediaan', m.plan_moves_column_p50()),
				number('p75', m.plan_moves_column_p75()),
				number('p90', m.plan_moves_column_p90())
			],
			rows: leadTimes.map((row) => [
				name(row),
				row.count,
				row.p10,
				row.p25,
				row.p50,
				row.p75,
				row.p90
			])
		},
		definitions: [{ anchor: 'doorlooptijd', about: m.plan_moves_lead_word() }]
	};
}
