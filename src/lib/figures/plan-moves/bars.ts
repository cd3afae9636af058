import type { Figure, FigureColumn, Cell } from '#lib/base/charts/figure.ts';
import type { BarChart, SeriesLook } from '#lib/base/charts/types.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { MILESTONE_CODES } from '#lib/ledger/milestone/milestone.ts';
import { m } from '#lib/paraglide/messages.js';
import { daysText, groupText } from './labels.ts';
import type { PlanMoves, MovePart } from './types.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { groupOf, totalDays, type CauseGroup } from './waterfall.ts';

const GROUPS = ['external', 'recoverable', 'untold'] as const;
/** A group of causes looks the same in every chart of the page. */
export const LOOKS = {
	external: { ink: 'blue', dash: 'solid', shape: 'square' },
	recoverable: { ink: 'amber', dash: 'solid', shape: 'square' },
	untold: { ink: 'grey', dash: 'dashed', shape: 'square' }
} as const satisfies Record<CauseGroup, SeriesLook>;

interface Row {
	name: string;
	byGroup: Record<CauseGroup, number>;
	days: number;
	moves: number;
}

/** Days lost per step of the template, over all steps; also of those that never moved. */
export function stepFigure(delay: PlanMoves): Figure {
	const rows = MILESTONE_CODES.map((code) =>
		toRow(
			milestoneLabel(code),
			delay.parts.filter(({ milestone }) => milestone === code),
			delay
		)
	);
	const worst = worstOf(rows);
	return {
		id: 'stappen',
		title: m.plan_moves_steps_title(),
		sentence: worst
			? m.plan_moves_steps_sentence({ name: worst.name, days: daysText(worst.days) })
			: m.plan_moves_none(),
		...chartAndTable(rows, { key: 'mijlpaal', label: m.plan_moves_column_step(), kind: 'text' })
	};
}

/** The one that lost the most; undefined when nothing moved. */
const worstOf = (rows: readonly Row[]) =>
	rows.filter(({ moves }) => moves > 0).toSorted((a, b) => b.days - a.days)[0];

/** Days lost per province for the chosen step, the most first; also where nothing moved. */
export function provinceFigure(delay: PlanMoves): Figure {
	const { query, parts, provinces, view } = delay;
	const rows = provinces
		.map(({ code, name }) =>
			toRow(
				name,
				parts.filter((part) => part.milestone === query.milestone && part.provinceCode === code),
				delay
			)
		)
		// A province that the filters leave out is not empty: it is not asked for.
		.filter(({ moves }) => moves > 0 || isUnfiltered({ ...view.filters, statuses: [] }))
		.toSorted((a, b) => b.days - a.days);
	const worst = worstOf(rows);
	return {
		id: 'provincies',
		title: m.plan_moves_provinces_title({ milestone: milestoneLabel(query.milestone) }),
		sentence: worst
			? m.plan_moves_provinces_sentence({ name: worst.name, days: daysText(worst.days) })
			: m.plan_moves_none(),
		...chartAndTable(rows, {
			key: 'provincie',
			label: m.plan_moves_column_province(),
			kind: 'text'
		})
	};
}

function toRow(name: string, parts: readonly MovePart[], { reasons }: PlanMoves): Row {
	const inGroup = (group: CauseGroup) =>
		totalDays(parts.filter(({ cause }) => groupOf(cause, reasons) === group));
	return {
		name,
		byGroup: {
			external: inGroup('external'),
			recoverable: inGroup('recoverable'),
			untold: inGroup('untold')
		},
		days: totalDays(parts),
		moves: parts.reduce((sum, { moves }) => sum + moves, 0)
	};
}

function chartAndTable(
	rows: readonly Row[],
	first: FigureColumn
): Pick<Figure, 'panels' | 'table' | 'definitions'> {
	const chart: BarChart = {
		kind: 'bar',
		horizontal: true,
		stacked: true,
		categories: rows.map(({ name }) => name),
		x: { label: '' },
		y: { label: m.plan_moves_axis_days(), unit: m.chart_unit_days(), format: 'number' },
		series: GROUPS.map((group) => ({
			key: group,
			label: groupText(group),
			look: LOOKS[group],
			values: rows.map(({ byGroup }) => byGroup[group])
		}))
	};
	const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
	return {
		panels: [{ key: 'dagen', title: null, chart }],
		table: {
			columns: [
				first,
				number('dagen_van_buiten', m.plan_moves_group_external()),
				number('dagen_zelf', m.plan_moves_group_recoverable()),
				number('dagen_onbekend', m.plan_moves_group_untold()),
				number('dagen', m.plan_moves_column_days()),
				number('verschuivingen', m.plan_moves_column_moves())
			],
			rows: rows.map(({ name, byGroup, days, moves }): Cell[] => [
				name,
				...GROUPS.map((group) => byGroup[group]),
				days,
				moves
			])
		},
		definitions: [{ anchor: 'verschuiving', about: m.plan_moves_word() }]
	};
}
