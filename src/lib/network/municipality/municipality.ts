import type { Day } from '#lib/base/day/day.ts';
import type { Confidence } from '#lib/base/source/confidence.ts';

/** A municipality that this one came from or went into. */
export interface MunicipalitySuccessionLink {
	code: string;
	name: string;
	effectiveOn: Day;
	/** Part of the inhabitants of the ended municipality that went along, 0–1. */
	inhabitantShare: number;
	source: string;
	confidence: Confidence;
}

/** A library that has (had) the municipality in its work area during a period. */
export interface ServingLibrary {
	slug: string;
	name: string;
	validFrom: Day;
	validTo: Day;
	/** Part of the inhabitants that it serves, 0–1. */
	share: number;
	source: string;
	confidence: Confidence;
}

/** A count of inhabitants within the borders of a day. */
export interface PopulationCount {
	inhabitants: number;
	referenceDate: Day;
	source: string;
	confidence: Confidence;
}

/** A municipality with everything about it that is not in the ledger. */
export interface Municipality {
	code: string;
	name: string;
	validFrom: Day;
	validTo: Day;
	libraryProvision: 'served' | 'none' | 'unknown';
	libraryProvisionNote: string | null;
	source: string;
	confidence: Confidence;
	province: { code: string; slug: string; name: string };
	/** The count nearest to the day looked at; null when there is none. */
	population: PopulationCount | null;
	/** Every library that ever served it, the present ones and the earlier ones. */
	libraries: ServingLibrary[];
	predecessors: MunicipalitySuccessionLink[];
	successors: MunicipalitySuccessionLink[];
}

/**
 * Whether a library serves it on `day`: what the work areas of that day say, and where no library
 * lists it, what is known of why not.
 */
export function libraryProvisionOn(
	municipality: Pick<Municipality, 'libraries' | 'libraryProvision'>,
	day: Day
): 'served' | 'none' | 'unknown' {
	const served = municipality.libraries.some(
		({ validFrom, validTo }) => validFrom <= day && day < validTo
	);
	if (served) return 'served';
	return municipality.libraryProvision === 'none' ? 'none' : 'unknown';
}
