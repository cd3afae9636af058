import { addDays, type Day } from '#lib/day/day.ts';

/**
 * The statuses of the map, in the order of the definition page. The last seven are the classes of
 * a white spot: a place without a realised point is in exactly one of them, the first that fits.
 * The same rule serves a point, a library organisation and a municipality.
 */
export const ROLLOUT_STATUSES = [
	'realised',
	'temporarily_closed',
	'online_only',
	'plan_overdue',
	'planned_90',
	'planned_later',
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
	'not_planned',
	'no_library',
	'unknown'
] as const satisfies readonly RolloutStatus[];
export type WhiteSpotClass = (typeof WHITE_SPOT_CLASSES)[number];

/** "Planned soon" means within this many days after the date looked at. */
export const SOON_DAYS = 90;

/** What is known of the points of one place (or of one point) on a date. */
export interface RolloutFacts {
	/** Points that were physically opened and are not permanently closed. */
	realised: number;
	/** Of those, the points that are neither temporarily closed nor online only. */
	accessible: number;
	/** Points that have only ever worked online or by phone. */
	onlineOnly: number;
	/** Earliest current plan of a point that is not realised; null when there is none. */
	earliestPlanOn: Day | null;
	/** Whether a library organisation serves the place; a point or library itself is `served`. */
	libraryProvision: 'served' | 'none' | 'unknown';
}

/** The one status of a place on `day`. */
export function rolloutStatus(facts: RolloutFacts, day: Day): RolloutStatus {
	if (facts.realised > 0) return facts.accessible > 0 ? 'realised' : 'temporarily_closed';
	if (facts.onlineOnly > 0) return 'online_only';
	if (facts.earliestPlanOn !== null) {
		if (facts.earliestPlanOn < day) return 'plan_overdue';
		return facts.earliestPlanOn <= addDays(day, SOON_DAYS) ? 'planned_90' : 'planned_later';
	}
	if (facts.libraryProvision === 'served') return 'not_planned';
	return facts.libraryProvision === 'none' ? 'no_library' : 'unknown';
}

/** True when the status means that no point is realised there. */
export function isWhiteSpot(status: RolloutStatus): status is WhiteSpotClass {
	return status !== 'realised' && status !== 'temporarily_closed';
}
