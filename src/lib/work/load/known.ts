import type { Cohort } from '#lib/base/selection/filters.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';

/** What the monitor knows already of everything that a file can be about. */
export interface Known {
	libraries: readonly KnownLibrary[];
	municipalities: readonly KnownMunicipality[];
	points: readonly KnownPoint[];
	/** `LIBRARY CODE` of every work area, of whatever day. */
	areas: ReadonlySet<string>;
	places: readonly KnownPlace[];
}

export interface KnownLibrary {
	id: number;
	name: string;
	shortName: string;
	startsOn: Day;
	/** The day after its last. */
	endsOn: Day;
	/** Into which it merged on that day. */
	successorId: number | null;
	templateId: number;
	cohort: Cohort;
	appliedOn: Day | null;
}

export interface KnownMunicipality {
	code: string;
	name: string;
	/** Other names that it is looked for by. */
	otherNames: string[];
	lat: number;
	lon: number;
	validFrom: Day;
	validTo: Day;
	/** The one that most of it went to when it ended. */
	successorCode: string | null;
}

export interface KnownPoint {
	id: number;
	name: string;
	town: string;
	/** Every library that it was of. */
	libraryIds: number[];
	/** Whether anything that still counts was recorded about it. */
	exists: boolean;
	/** It came with the public sources, which tell no more than its place. */
	isFromSources: boolean;
	firstPlanOn: Day | null;
	/** Since when it is closed, for a time or for good; null when it is not. */
	closedOn: Day | null;
	opening: { eventId: number; on: Day; precision: DatePrecision; isFromSources: boolean } | null;
}

export interface KnownPlace {
	name: string;
	municipalityCode: string;
	lat: number;
	lon: number;
	inhabitants: number;
}
