import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision, OpeningForm } from '#lib/ledger/event/event.ts';
import type { RolloutFacts, RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { rolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { PlaceLocations } from '#lib/network/standing/types.ts';
import type { PointStatus } from '#lib/base/map/types.ts';
import type { Confidence } from '#lib/base/source/confidence.ts';

/** What the ledger says of a point's opening and operation on a day. */
export interface PointLedger {
	firstPlanOn: Day | null;
	/** The current plan. */
	planOn: Day | null;
	forecastOn: Day | null;
	/** The status lane of the opening: achieved, not_applicable, on_hold, or null. */
	openingStatus: string | null;
	openingStatusOn: Day | null;
	openingReasonCode: string | null;
	openingForm: OpeningForm | null;
	openingPrecision: DatePrecision | null;
	/** online_only, temporarily_closed, reopened, permanently_closed, or null. */
	operation: string | null;
	operationOn: Day | null;
	operationReasonCode: string | null;
	/** Of a temporary closure: the day on which it is expected to end, when that is known. */
	operationEndsOn: Day | null;
}

/** An information point that exists on a day, with where it stands and who runs it then. */
export interface InformationPoint extends PointLedger {
	id: number;
	name: string;
	town: string;
	locationType: string;
	hostName: string | null;
	serviceVariant: string | null;
	address: string | null;
	postcode: string | null;
	lat: number;
	lon: number;
	locationPrecision: 'address' | 'street' | 'town' | 'largest_town' | 'municipality_centroid';
	invented: boolean;
	source: string;
	confidence: Confidence;
	library: { id: number; slug: string; name: string; supportInstituteId: number };
	municipality: { code: string; name: string };
	province: { code: string; slug: string; name: string };
}

/** A point can also be closed for good, which no other status says. */
export type InformationPointStatus = RolloutStatus | 'closed';

/** Physically opened and not permanently closed. */
export function isRealised(point: PointLedger): boolean {
	return point.openingStatus === 'achieved' && point.operation !== 'permanently_closed';
}

/** Realised, and neither temporarily closed nor online only. */
export function isAccessible(point: PointLedger): boolean {
	return (
		isRealised(point) &&
		point.operation !== 'temporarily_closed' &&
		point.operation !== 'online_only'
	);
}

/** Realised, with a temporary closure that runs. */
export function isTemporarilyClosed(point: PointLedger): boolean {
	return isRealised(point) && point.operation === 'temporarily_closed';
}

/** KB's locations stand in a library; a point elsewhere counts for its municipality only. */
export const isOutsideLibrary = ({ locationType }: Pick<InformationPoint, 'locationType'>) =>
	locationType === 'buiten_bibliotheek';

/** The locations among these points, counted as the headline counts those of the country. */
export function countLocations(
	points: readonly (PointLedger & Pick<InformationPoint, 'locationType'>)[]
): PlaceLocations {
	const within = points.filter((point) => !isOutsideLibrary(point));
	return {
		open: within.filter(isRealised).length,
		accessible: within.filter(isAccessible).length,
		temporarilyClosed: within.filter(isTemporarilyClosed).length,
		outsideLibrary: points.filter((point) => isOutsideLibrary(point) && isRealised(point)).length
	};
}

/** The day it opened; null when it did not, also when it only ever worked online. */
export function openedOn(point: PointLedger): Day | null {
	return point.openingStatus === 'achieved' ? point.openingStatusOn : null;
}

/** What `rolloutStatus` wants to know of these points together. */
export function rolloutFacts(
	points: readonly PointLedger[],
	libraryProvision: RolloutFacts['libraryProvision'] = 'served'
): RolloutFacts {
	const plans = points.filter(isStillToCome).flatMap((point) => point.planOn ?? []);
	return {
		realised: points.filter(isRealised).length,
		accessible: points.filter(isAccessible).length,
		temporarilyClosed: points.filter(isTemporarilyClosed).length,
		onlineOnly: points.filter(isOnlineOnly).length,
		earliestPlanOn: plans.sort()[0] ?? null,
		withdrawn: points.filter(isWithdrawn).length,
		libraryProvision
	};
}

/** The status of one point on `day`, by the facts of `factDay` (see `rolloutStatus`). */
export function informationPointStatus(
	point: PointLedger,
	day: Day,
	factDay: Day = day
): InformationPointStatus {
	if (point.operation === 'permanently_closed') return 'closed';
	return rolloutStatus(rolloutFacts([point]), day, factDay);
}

/** How a point of this status is drawn on a map: a point always has a library. */
export function mapStatusOf(status: InformationPointStatus): PointStatus {
	return status === 'no_library' || status === 'unknown' ? 'not_planned' : status;
}

function isOnlineOnly(point: PointLedger): boolean {
	return point.openingStatus !== 'achieved' && point.operation === 'online_only';
}

/** Planned once, never opened, and without a plan that still counts. */
function isWithdrawn(point: PointLedger): boolean {
	return (
		point.openingStatus !== 'achieved' &&
		point.firstPlanOn !== null &&
		!(isStillToCome(point) && point.planOn !== null)
	);
}

/** Not open, and something that still can be. */
export function isStillToCome(point: PointLedger): boolean {
	return (
		point.openingStatus !== 'achieved' &&
		point.openingStatus !== 'not_applicable' &&
		point.operation !== 'permanently_closed'
	);
}
