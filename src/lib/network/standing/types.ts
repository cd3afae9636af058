import type { Day } from '#lib/base/day/day.ts';
import type { MilestoneProgress } from '#lib/ledger/milestone/progress.ts';
import type {
	RolloutFacts,
	RolloutStatus,
	WhiteSpotClass
} from '#lib/base/status/rollout-status.ts';
import type { Cohort } from '#lib/base/selection/filters.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import type { PointStatus } from '#lib/base/map/types.ts';

/** The days that every row of a list has; null when there is none on (D, K). */
export interface PlanDays {
	/** Oorspronkelijke planning: the first planned opening; of a library or municipality its earliest. */
	firstPlanOn: Day | null;
	/** Actuele planning: the earliest current plan of a point that is not realised. */
	planOn: Day | null;
	/** Day of the first opening of the points that are realised. */
	openedOn: Day | null;
	/** How exactly that is known; absent when it is the day itself. */
	openedPrecision?: DatePrecision;
}

export interface ProvinceName {
	code: string;
	slug: string;
	name: string;
}

/** A library organisation in a row about something else. */
export interface LibraryName {
	id: number;
	slug: string;
	name: string;
}

/**
 * KB's locations of one place, counted as the headline counts those of the country: points outside a
 * library are only in `outsideLibrary`.
 */
export interface PlaceLocations {
	open: number;
	accessible: number;
	temporarilyClosed: number;
	outsideLibrary: number;
}

/** A municipality that exists on D, as it stands on (D, K). */
export interface MunicipalityStanding extends PlanDays {
	code: string;
	name: string;
	province: ProvinceName;
	/** Null when no count of its inhabitants is known. */
	inhabitants: number | null;
	/** The day that the inhabitants were counted. */
	populationReferenceDate: Day | null;
	facts: RolloutFacts;
	locations: PlaceLocations;
	status: RolloutStatus;
	/** Libraries whose work area it lies in on D; `share` is the part of its inhabitants, 0–1. */
	libraries: readonly (LibraryName & { share: number })[];
	/** Share of the milestones done, 0–1: the average of its libraries by share; null without any. */
	milestonesShare: number | null;
}

export interface LibraryMilestoneProgress extends MilestoneProgress {
	libraryId: number;
}

/** A library organisation active on D, as it stands on (D, K). */
export interface LibraryStanding extends PlanDays, MilestoneProgress {
	id: number;
	slug: string;
	name: string;
	shortName: string;
	province: ProvinceName;
	supportInstitute: { slug: string; name: string };
	cohort: Cohort;
	mainTown: string | null;
	facts: RolloutFacts;
	locations: PlaceLocations;
	status: RolloutStatus;
	/** Verwachting: the earliest forecast of a point that is not realised. */
	forecastOn: Day | null;
	/** When somebody last looked at it or at one of its locations; null when nobody ever did. */
	lastLookOn: Day | null;
}

/** An information point that exists on (D, K). */
export interface InformationPointStanding extends PlanDays, MilestoneProgress {
	id: number;
	name: string;
	town: string;
	locationType: string;
	lat: number;
	lon: number;
	/** True when it stands in the middle of its town or municipality because the address is not known. */
	approximate: boolean;
	/** True for demo data. */
	invented: boolean;
	library: LibraryName;
	municipality: { code: string; name: string };
	province: ProvinceName;
	/** `closed`: permanently closed. */
	status: RolloutStatus | 'closed';
	/** The opening is on hold (gepauzeerd). */
	onHold: boolean;
	forecastOn: Day | null;
}

/** An information point for the map; the page makes its label of it. */
export interface MapPointStanding {
	id: number;
	lat: number;
	lon: number;
	name: string;
	/** The municipality in which it stands. */
	municipalityCode: string;
	approximate: boolean;
	status: PointStatus;
	openedOn: Day | null;
	/** As in {@link PlanDays}. */
	openedPrecision?: DatePrecision;
	planOn: Day | null;
	firstPlanOn: Day | null;
}

/** One page of a list. */
export interface Page<Row> {
	rows: readonly Row[];
	/** Rows of all pages together. */
	total: number;
	/** The page given: the last one when a later one was asked for. From 1. */
	page: number;
	pageCount: number;
}

/** A policy target for the number of locations. */
export interface LocationTarget {
	value: number;
	dueOn: Day;
	announcedOn: Day;
	statementNl: string;
	statementEn: string;
	source: string;
}

/** How many places have one of the statuses asked for; apart from the headline, which is about all. */
export interface Selection {
	statuses: readonly RolloutStatus[];
	municipalities: number;
	organisations: number;
	/** Marks on the map: also points outside a library. */
	points: number;
}

/** The headline figures on (D, K); see `/definities` for each. */
export interface Headline {
	organisations: { total: number; open: number; planned: number };
	/** KB's locations: points outside a library are only in `outsideLibrary`. */
	locations: {
		open: number;
		accessible: number;
		temporarilyClosed: number;
		/** Never opened, but at work online or by phone; what was opened and is online for now is `onlineNow`. */
		onlineOnly: number;
		planned: number;
		/** Realised points outside a library, which do count for municipalities. */
		outsideLibrary: number;
		/** Announced by D and K; null with filters, because it is about the whole country. */
		target: LocationTarget | null;
	};
	municipalities: { total: number; covered: number };
	inhabitants: { total: number; covered: number; populationReferenceDate: Day | null };
	whiteSpots: Record<WhiteSpotClass, number>;
}

/** Locations that were opened and work online only for now: open, not accessible, and not closed. */
export const onlineNow = ({
	open,
	accessible,
	temporarilyClosed
}: Pick<PlaceLocations, 'open' | 'accessible' | 'temporarilyClosed'>): number =>
	open - accessible - temporarilyClosed;
