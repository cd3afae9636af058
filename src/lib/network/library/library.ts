import type { Day } from '#lib/base/day/day.ts';
import type { Confidence } from '#lib/base/source/confidence.ts';
import type { Cohort } from '#lib/base/selection/filters.ts';

/** A link from one thing to what it became or what it came from. */
export interface SuccessionLink {
	slug: string;
	name: string;
	kind: 'merge' | 'split' | 'rename';
	effectiveOn: Day;
	source: string;
	confidence: Confidence;
}

/** A municipality in the work area of a library during a period. */
export interface ServedMunicipality {
	code: string;
	name: string;
	validFrom: Day;
	validTo: Day;
	/** Part of its inhabitants that the library serves, 0–1. */
	share: number;
	/** At the reference date nearest to the day looked at; null when unknown. */
	inhabitants: number | null;
	referenceDate: Day | null;
	source: string;
	confidence: Confidence;
}

/** A library organisation, with everything about it that is not in the ledger. */
export interface Library {
	id: number;
	slug: string;
	name: string;
	shortName: string;
	mainTown: string | null;
	isil: string | null;
	website: string | null;
	cohort: Cohort;
	activeFrom: Day;
	activeTo: Day;
	templateProfile: 'kopgroep' | 'regulier';
	templateVersion: number;
	source: string;
	confidence: Confidence;
	municipalitiesConfidence: Confidence;
	supportInstituteConfidence: Confidence;
	supportInstituteSource: string | null;
	supportInstituteId: number;
	province: { code: string; slug: string; name: string };
	supportInstitute: { id: number; slug: string; name: string; fullName: string };
	predecessors: SuccessionLink[];
	successors: SuccessionLink[];
}
