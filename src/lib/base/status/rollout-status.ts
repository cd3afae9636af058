import { addDays, type Day } from '#lib/base/day/day.ts';

/**
 * The statuses of the map, in the order of the definition page. The last eight are the classes of
 * a white spot: a place without a realised point is in exactly one of them, the first that fits.
 * The same rule serves a point, a library organisation and a municipality.
 */
export const ROLLOUT_STATUSES = [
	'realised',
	'temporarily_closed',
	'online_now',
	'online_only',
	'plan_overdue',
	'planned_90',
	'planned_later',
	'plan_withdrawn',
	'not_planned',
	'no_library',
	'unknown'
] as const;
export type RolloutStatus = (typeof ROLLOUT_STATUSES)[number];

/** The classes of a white spot (`witte vlek`), in the order in which they are tried. */
export const WHITE_SPOT_CLASSES = [
	'online_only',
	'plan_overdue',
	'planned_90',
	'planned_later',
	'plan_withdrawn',
	'not_planned',
	'no_library',
	'unknown'
] as const satisfies readonly RolloutStatus[];
export type WhiteSpotClass = (typeof WHITE_SPOT_CLASSES)[number];

/** "Planned soon" means within this many days after the date looked at. */
export const SOON_DAYS = 90;

/** A plan that passed longer ago than this, without a new one, is told as long past. */
export const LONG_PAST_DAYS = 180;

/** What is known of the points of one place (or of one point) on a date. */
export interface RolloutFacts {
	/** Points that were physically opened and are not permanently closed. */
	realised: number;
	/** Of those, the points that are neither temporarily closed nor online only. */
	accessible: number;
	/** Of those, the points with a temporary closure that runs; what is left works online only for now. */
	temporarilyClosed: number;
	/** Points that have only ever worked online or by phone. */
	onlineOnly: number;
	/** Earliest current plan of a point that is not realised; null when there is none. */
	earliestPlanOn: Day | null;
	/** Points that were planned once, never opened, and have no plan any more. */
	withdrawn: number;
	/** Whether a library organisation serves the place; a point or library itself is `served`. */
	libraryProvision: 'served' | 'none' | 'unknown';
}

/**
 * The one status of a place on `day`. Facts stop at today, so for a day to come give today as
 * `factDay`: a plan has passed only when today is later, and "soon" counts from the day asked for.
 */
export function rolloutStatus(facts: RolloutFacts, day: Day, factDay: Day = day): RolloutStatus {
	if (facts.realised > 0) return realisedStatus(facts);
	if (facts.onlineOnly > 0) return 'online_only';
	if (facts.earliestPlanOn !== null) {
		if (facts.earliestPlanOn < factDay) return 'plan_overdue';
		return facts.earliestPlanOn <= addDays(day, SOON_DAYS) ? 'planned_90' : 'planned_later';
	}
	if (facts.withdrawn > 0) return 'plan_withdrawn';
	if (facts.libraryProvision === 'served') return 'not_planned';
	return facts.libraryProvision === 'none' ? 'no_library' : 'unknown';
}

/** One point that people can come to is enough; without one, those who help online go first. */
function realisedStatus({ realised, accessible, temporarilyClosed }: RolloutFacts): RolloutStatus {
	if (accessible > 0) return 'realised';
	return temporarilyClosed < realised ? 'online_now' : 'temporarily_closed';
}

/** True when the status means that no point is realised there. */
export function isWhiteSpot(status: RolloutStatus): status is WhiteSpotClass {
	return status !== 'realised' && status !== 'temporarily_closed' && status !== 'online_now';
}

/** Whether this plan, without a newer one, passed so long before `factDay` that nobody expects it. */
export function isLongPast(planOn: Day, factDay: Day): boolean {
	return addDays(planOn, LONG_PAST_DAYS) < factDay;
}
