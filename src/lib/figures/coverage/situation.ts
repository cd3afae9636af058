import type { Day } from '#lib/base/day/day.ts';
import type { Place } from '#lib/base/map/distance.ts';
import { isWhiteSpot, type RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { NO_PLAN_TOLD, type PlanTold } from '#lib/network/standing/plan-told.ts';
import type { Spot } from './spots.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';

/** A municipality of the selection, with its centroid and where its inhabitants live. */
export interface CoverageMunicipality
	extends
		Place,
		Pick<MunicipalityStanding, 'code' | 'name' | 'province' | 'status' | 'planOn' | 'libraries'> {
	/** Zero when no count is known. */
	inhabitants: number;
	/** At least one; together they have the inhabitants of the municipality. */
	spots: readonly Spot[];
}

/** A library organisation that is active on the day, of the whole country. */
export interface CoverageLibrary {
	id: number;
	/** It has at least one realised point. */
	open: boolean;
	/** The filters let it through. */
	selected: boolean;
}

/** A place that is not open yet and may be ticked: a known location, or a municipality without one. */
export interface Candidate extends Place {
	/** Id of the location (`123`), or the code of the municipality (`GM0983`). */
	id: string;
	/** Name of the location; null for a municipality without one. */
	name: string | null;
	municipality: { code: string; name: string };
	province: { code: string; name: string };
	/** The library that would open it; null when no library serves the municipality. */
	libraryId: number | null;
	status: RolloutStatus;
	/** Actuele planning. */
	planOn: Day | null;
	/** The plan with which it began. */
	firstPlanOn: Day | null;
	/** What there is to say of the plan beyond its status. */
	plan: PlanTold;
}

/** Everything that the figures of coverage follow from, on (D, K) and for a selection. */
export interface CoverageSituation {
	municipalities: readonly CoverageMunicipality[];
	libraries: readonly CoverageLibrary[];
	/** Realised points of the whole country: the nearest may lie over the border of the selection. */
	openPoints: readonly Place[];
	/** Of the selection. */
	candidates: readonly Candidate[];
}

/** Whether a municipality counts as covered, by a realised point or by one that is supposed. */
export function isCovered(
	{ status, code }: Pick<CoverageMunicipality, 'status' | 'code'>,
	opened: ReadonlySet<string>
): boolean {
	return !isWhiteSpot(status) || opened.has(code);
}

/** The codes of the municipalities in which these would open. */
export const municipalitiesOf = (opened: readonly Candidate[]): ReadonlySet<string> =>
	new Set(opened.map(({ municipality }) => municipality.code));

/** A municipality itself as the place that opens: somewhere, so at its centroid, and without plan. */
export function candidateAt(municipality: CoverageMunicipality): Candidate {
	const { code, name, province, libraries, status, lat, lon } = municipality;
	return {
		id: code,
		name: null,
		municipality: { code, name },
		province,
		libraryId: libraries[0]?.id ?? null,
		status,
		planOn: null,
		firstPlanOn: null,
		plan: NO_PLAN_TOLD,
		lat,
		lon
	};
}
