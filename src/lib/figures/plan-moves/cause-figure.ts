import type { Figure } from '#lib/base/charts/figure.ts';
import { formatShare } from '#lib/base/i18n/numbers.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { LOOKS } from './bars.ts';
import { causeText, daysText, groupText } from './labels.ts';
import type { PlanMoves } from './types.ts';
import { waterfall, type WaterfallStep } from './waterfall.ts';

/** The days lost by cause, as a waterfall from the first plan to now. */
export function causeFigure({ parts, reasons, query }: PlanMoves): Figure {
	const steps = waterfall(
		parts.filter(({ milestone }) => milestone === query.milestone),
		reasons
	);
	const name = (step: WaterfallStep) =>
		step.group === 'total' ? m.plan_moves_total() : causeText(step.key, reasons);
	const groups = (['external', 'recoverable', 'untold'] as const).filter((group) =>
		steps.some((step) => step.group === group)
	);
	const bar = (step: WaterfallStep): [number, number] => [step.from, step.to];
	return {
		id: 'oorzaken',
		title: m.plan_moves_causes_title({ milestone: milestoneLabel(query.milestone) }),
		sentence: sentenceOf(steps, name),
		panels: [
			{
				key: 'oorzaken',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					stacked: true,
					categories: steps.map(name),
					x: { label: '' },
					y: { label: m.plan_moves_axis_days(), unit: m.chart_unit_days(), format: 'number' },
					series: [
						...groups.map((group) => ({
							key: group,
							label: groupText(group),
							look: LOOKS[group],
							values: steps.map((step) => (step.group === group ? bar(step) : null))
						})),
						{
							key: 'total',
							label: m.plan_moves_total(),
							look: { ink: 'teal', dash: 'solid', shape: 'square' },
							values: steps.map((step) => (step.group === 'total' ? bar(step) : null))
						}
					]
				}
			}
		],
		table: {
			columns: [
				{ key: 'oorzaak', label: m.plan_moves_column_cause(), kind: 'text' },
				{ key: 'soort', label: m.plan_moves_column_group(), kind: 'text' },
				{ key: 'dagen', label: m.plan_moves_column_days(), kind: 'number' },
				{ key: 'verschuivingen', label: m.plan_moves_column_moves(), kind: 'number' }
			],
			rows: steps.map((step) => [
				name(step),
				step.group === 'total' ? null : groupText(step.group),
				step.to - step.from,
				step.moves
			])
		},
		definitions: [{ anchor: 'verschuiving', about: m.plan_moves_word() }]
	};
}

/** How the openings that passed without a new plan differ from those that the map calls overdue. */
export function causeNote({
	parts,
	query: { milestone }
}: Pick<PlanMoves, 'parts' | 'query'>): string | null {
	const applies =
		milestone === 'opening' &&
		parts.some((part) => part.milestone === milestone && part.cause === 'niet-herpland');
	return applies ? m.plan_moves_not_replanned_note() : null;
}

function sentenceOf(
	steps: readonly WaterfallStep[],
	name: (step: WaterfallStep) => string
): string {
	const total = steps.at(-1);
	if (!total) return m.plan_moves_none();
	const lost = steps.filter((step) => step.group !== 'total' && step.to > step.from);
	const all = sum(lost.map((step) => step.to - step.from));
	const external = sum(
		lost.filter(({ group }) => group === 'external').map((step) => step.to - step.from)
	);
	const largest = lost.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
	const whole = m.plan_moves_causes_sentence({ count: total.moves, days: daysText(total.to) });
	if (!largest) return whole;
	const most = m.plan_moves_causes_largest({
		cause: name(largest),
		days: daysText(largest.to - largest.from)
	});
	return `${whole} ${most} ${m.plan_moves_causes_external({ share: formatShare(external / all) })}`;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
