import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import type { MilestoneCode } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { PlanMovesQuery } from './query.ts';

/**
 * Causes that are not on the list of reasons: a plan that moved without one, a plan that passed
 * without a new one or was withdrawn, and a milestone that was reached on another day than the last plan.
 */
export const OWN_CAUSES = [
	'zonder-reden',
	'niet-herpland',
	'ingetrokken',
	'later-gehaald',
	'eerder-gehaald'
] as const;
export type OwnCause = (typeof OWN_CAUSES)[number];

/** Days by which plans of one milestone moved in one province for one cause. */
export interface MovePart {
	milestone: MilestoneCode;
	/** The code of a reason, or an own cause. */
	cause: string;
	provinceCode: string;
	/** Sum of days; negative when it made things earlier. */
	days: number;
	/** How many moves they are. */
	moves: number;
}

/** One move of the plan of one library or point. */
export interface CausedMove {
	kind: SubjectLevel;
	/** The slug of the library, or the id of the point. */
	key: string;
	name: string;
	milestone: MilestoneCode;
	cause: string;
	fromOn: Day;
	toOn: Day;
	/** How exactly `toOn` is known, where that is the day it was reached. */
	toPrecision: DatePrecision;
	days: number;
}

/** Days between a milestone and the one that was reached before it, over all that reached it. */
export interface LeadTime {
	milestone: MilestoneCode;
	count: number;
	p10: number;
	p25: number;
	p50: number;
	p75: number;
	p90: number;
}

/** A cause as it is shown; `external` is null for those that are not on the list of reasons. */
export interface CauseLabel {
	code: string;
	nl: string;
	en: string;
	external: boolean;
}

/** What the page about delay is made of. */
export interface PlanMoves {
	view: View;
	query: PlanMovesQuery;
	today: Day;
	demoData: boolean;
	parts: readonly MovePart[];
	leadTimes: readonly LeadTime[];
	reasons: readonly CauseLabel[];
	provinces: readonly { code: string; slug: string; name: string }[];
	/** The largest moves of the milestone and cause that are chosen, and how many there are. */
	moves: { rows: readonly CausedMove[]; total: number };
}
