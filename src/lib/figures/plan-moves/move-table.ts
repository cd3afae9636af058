import type { FigureTable } from '#lib/base/charts/figure.ts';
import { PRECISION_WORDS } from '#lib/base/day/format-precise.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { causeText } from './labels.ts';
import type { PlanMoves } from './types.ts';

/** The moves behind the bars, the largest first. */
export function moveTable({ moves, reasons }: Pick<PlanMoves, 'moves' | 'reasons'>): FigureTable {
	return {
		columns: [
			{ key: 'naam', label: m.plan_moves_column_name(), kind: 'text' },
			{ key: 'mijlpaal', label: m.plan_moves_column_step(), kind: 'text' },
			{ key: 'oorzaak', label: m.plan_moves_column_cause(), kind: 'text' },
			{ key: 'van', label: m.plan_moves_column_from(), kind: 'day' },
			{ key: 'naar', label: m.plan_moves_column_to(), kind: 'day' },
			{ key: 'naar_precisie', label: m.plan_moves_column_precision(), kind: 'text' },
			{ key: 'dagen', label: m.plan_moves_column_days(), kind: 'number' }
		],
		rows: moves.rows.map(({ name, milestone, cause, fromOn, toOn, toPrecision, days }) => [
			name,
			milestoneLabel(milestone),
			causeText(cause, reasons),
			fromOn,
			toOn,
			PRECISION_WORDS[toPrecision],
			days
		])
	};
}
