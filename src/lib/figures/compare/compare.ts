import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';

/** What can have happened to an information point between two situations, in the order of the page. */
export const CHANGES = [
	'opened',
	'reopened',
	'temporarily_closed',
	'online_only',
	'closed',
	'moved_inside',
	'moved_outside',
	'slipped',
	'brought_forward',
	'newly_planned',
	'withdrawn',
	'merger',
	'entered',
	'left',
	'corrected'
] as const;
export type Change = (typeof CHANGES)[number];

/** A point in one situation; null where it did not exist. */
export interface Side {
	realised: boolean;
	openedOn: Day | null;
	/** How exactly that day is known; by day when absent. */
	openedPrecision?: DatePrecision;
	/** The current plan. */
	planOn: Day | null;
	permanentlyClosed: boolean;
}

/** All that the headline counts a point by. */
export interface PointSide extends Side {
	/** Realised, and neither temporarily closed nor online only. */
	accessible: boolean;
	operation: string | null;
	outsideLibrary: boolean;
	municipalityCode: string;
	municipality: string;
	libraryId: number;
	library: string;
	/** Whether the filters let it through. */
	shown: boolean;
}

const ABSENT: Side = { realised: false, openedOn: null, planOn: null, permanentlyClosed: false };

/**
 * What happened to its opening or plan; null when nothing. A point that stopped being open without
 * being closed, or that opened on another day, was corrected.
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

/** Everything that happened to a point from one situation to the other, as far as it is shown. */
export function changesOf(before: PointSide | null, after: PointSide | null): Change[] {
	if (!before?.shown && !after?.shown) return [];
	const selection = selectionChange(before, after);
	if (selection) return [selection];
	const changes = [
		changeOf(before, after),
		serviceChange(before, after),
		placeChange(before, after),
		isMoved(before, after) ? ('merger' as const) : null
	];
	return changes.filter((change) => change !== null);
}

/** A point that exists in both situations can be among what is asked for in only one of them. */
export function selectionChange(
	before: PointSide | null,
	after: PointSide | null
): 'entered' | 'left' | null {
	if (!before || !after || before.shown === after.shown) return null;
	return after.shown ? 'entered' : 'left';
}

/** What happened to the service of a point that is realised. */
export function serviceChange(
	before: PointSide | null,
	after: PointSide | null
): 'reopened' | 'temporarily_closed' | 'online_only' | null {
	if (!after?.realised) return null;
	const was = before?.realised ? serviceOf(before) : 'reopened';
	const is = serviceOf(after);
	return was === is ? null : is;
}

function serviceOf({ accessible, operation }: PointSide) {
	if (accessible) return 'reopened';
	return operation === 'online_only' ? 'online_only' : 'temporarily_closed';
}

/** Whether it counts from now on as standing outside a library, or no longer. */
export function placeChange(
	before: PointSide | null,
	after: PointSide | null
): 'moved_inside' | 'moved_outside' | null {
	if (!before || !after || before.outsideLibrary === after.outsideLibrary) return null;
	return after.outsideLibrary ? 'moved_outside' : 'moved_inside';
}

function isMoved(before: PointSide | null, after: PointSide | null): boolean {
	if (!before || !after) return false;
	return before.municipalityCode !== after.municipalityCode || before.libraryId !== after.libraryId;
}
