import type { Day } from '#lib/day/day.ts';

/** What can have happened to an information point between two situations, in the order of the page. */
export const CHANGES = [
	'opened',
	'closed',
	'slipped',
	'brought_forward',
	'newly_planned',
	'withdrawn',
	'corrected'
] as const;
export type Change = (typeof CHANGES)[number];

/** A point in one situation; null where it did not exist. */
export interface Side {
	realised: boolean;
	openedOn: Day | null;
	/** The current plan. */
	planOn: Day | null;
	permanentlyClosed: boolean;
}

const ABSENT: Side = { realised: false, openedOn: null, planOn: null, permanentlyClosed: false };

/**
 * What happened from one situation to the other; null when nothing that is told here. A point that
 * stopped being open without being closed, or that opened on another day, was corrected.
 */
export function changeOf(one: Side | null, other: Side | null): Change | null {
	const before = one ?? ABSENT;
	const after = other ?? ABSENT;
	if (!before.realised && after.realised) return 'opened';
	if (after.permanentlyClosed && !before.permanentlyClosed) return 'closed';
	if (before.realised && !after.realised) return 'corrected';
	if (before.realised) return before.openedOn === after.openedOn ? null : 'corrected';
	return planChange(before.planOn, after.planOn);
}

function planChange(before: Day | null, after: Day | null): Change | null {
	if (before === after) return null;
	if (before === null) return 'newly_planned';
	if (after === null) return 'withdrawn';
	return after > before ? 'slipped' : 'brought_forward';
}
