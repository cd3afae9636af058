import type { Day } from '#lib/base/day/day.ts';
import type { ForecastDates } from './dates.ts';

/** A point on its way to its opening, as it stood at the end of `day` and as known by then. */
export interface Underway {
	day: Day;
	pointId: number;
	libraryId: number;
	/** The day aimed at: the adviser's forecast when that is newer than the plan, else the plan. */
	targetOn: Day;
	basis: 'plan' | 'forecast';
	onHold: boolean;
	/** Its plan is not its first one any more. */
	replanned: boolean;
	/** Share of the milestones before the opening that are done, 0–1. */
	stepsShare: number;
}

/** A point that may still open, with the place that it will count for. */
export interface Candidate extends Underway {
	municipalityCode: string;
	/** Stands outside a library: counts for its municipality, not for KB's locations. */
	outsideLibrary: boolean;
}

export interface ForecastLibrary {
	id: number;
	slug: string;
	name: string;
	provinceCode: string;
	/** Day of its application, when that is known. */
	appliedOn: Day | null;
	/** Day of its first opening, when it has had one. */
	firstOpenedOn: Day | null;
	/** Has a realised point. */
	open: boolean;
}

export interface ForecastMunicipality {
	code: string;
	provinceCode: string;
	inhabitants: number;
	/** Has a realised point. */
	covered: boolean;
}

/**
 * Everything a forecast of these two days may use: what was true on the day, as known on the other.
 * Plain values, so that it can be sent to a worker.
 */
export interface ForecastSituation extends ForecastDates {
	candidates: readonly Candidate[];
	/** How points stood at the landmarks before `day`, each as known as long after it as `knownOn` is. */
	earlier: readonly Underway[];
	/** Openings by `day`, of points that are in `earlier`. */
	openings: readonly { pointId: number; openedOn: Day }[];
	/** Points that did not open and will not any more (closed for good, not applicable). */
	dropped: readonly number[];
	libraries: readonly ForecastLibrary[];
	municipalities: readonly ForecastMunicipality[];
	provinces: readonly { code: string; slug: string; name: string }[];
	/** Realised locations in libraries now, by province. */
	openLocations: Readonly<Record<string, number>>;
	/** Locations in libraries that exist, are not open, and have no plan. */
	withoutPlan: readonly { pointId: number; municipalityCode: string }[];
}

/** Days between two landmarks. */
export const LANDMARK_DAYS = 30;
