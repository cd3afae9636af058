import { lastingDates, type Notice } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { MILESTONE_CODES, type MilestoneCode } from '#lib/ledger/milestone/milestone.ts';
import { readChoice } from '#lib/base/selection/choices.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { viewParams, type View } from '#lib/base/selection/view.ts';

/** Parameters of the page about delay beside those of the view. */
export const PLAN_MOVES_PARAMETERS: readonly Parameter[] = [
	{
		name: 'mijlpaal',
		takes: MILESTONE_CODES,
		about: 'De mijlpaal waarvan de verschuivingen worden genoemd; zonder: de opening.'
	},
	{ name: 'oorzaak', takes: 'text', about: 'Alleen verschuivingen met deze oorzaak.' }
];

export interface PlanMovesQuery {
	milestone: MilestoneCode;
	/** The cause whose moves are listed; null for all. */
	cause: string | null;
}

const MILESTONES = new Map(MILESTONE_CODES.map((code) => [code as string, code]));
const DEFAULT: MilestoneCode = 'opening';

/** Reads `mijlpaal` and `oorzaak` from an address; `causes` are the codes that there are. */
export function parsePlanMoves(
	params: URLSearchParams,
	causes: readonly string[],
	notices: Notice[]
): PlanMovesQuery {
	const known = new Map(causes.map((code) => [code, code]));
	return {
		milestone: readChoice(params, 'mijlpaal', MILESTONES, notices) ?? DEFAULT,
		cause: readChoice(params, 'oorzaak', known, notices)
	};
}

/** The shortest parameters that say this; what is the default is left out. */
export function delayParams(view: View, query: PlanMovesQuery, today: Day): URLSearchParams {
	const params = viewParams(view, today);
	if (query.milestone !== DEFAULT) params.set('mijlpaal', query.milestone);
	if (query.cause !== null) params.set('oorzaak', query.cause);
	return params;
}

/** Parameters that keep saying the same tomorrow: both dates are always there. */
export function lastingPlanMovesParams(
	view: View,
	query: PlanMovesQuery,
	today: Day
): URLSearchParams {
	return lastingDates(delayParams(view, query, today), view.asOf, today);
}
