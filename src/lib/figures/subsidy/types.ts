import type { Cohort } from '#lib/base/selection/filters.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { FundingSource, GrantRate, GrantScheme } from '#lib/programme/grant/grant.ts';
import type { AreaGroup } from './areas.ts';
import type { RecordedTotal } from './recorded.ts';
import type { GroupTotal } from './totals.ts';
import type { Applications } from '#lib/programme/grant/window.ts';

/** A library on a reference day, with the inhabitants that it served then. */
export interface LibraryBase {
	id: number;
	slug: string;
	name: string;
	cohort: Cohort;
	province: string;
	/** The name of its POI. */
	institute: string;
	referenceOn: Day;
	/** Inhabitants in ten-thousandths; null when its work area is not known. */
	units: number | null;
	/** The day of the count of inhabitants. */
	countedOn: Day | null;
	/** The names of its municipalities, "Boxtel (17%); Haaren". */
	municipalities: string | null;
}

/** What a library would get of a scheme in a year. */
export interface ComputedAward {
	base: LibraryBase;
	rate: GrantRate;
	/** Null when it cannot be computed. */
	cents: number | null;
}

/** A change of borders that touches a municipality. */
export interface BorderChange {
	name: string;
	on: Day;
	/** The part of the inhabitants of the former municipality that went along. */
	share: number;
}

/** A municipality of a work area on a reference day. */
export interface AreaMunicipality {
	libraryId: number;
	referenceOn: Day;
	code: string;
	name: string;
	inhabitants: number | null;
	shareUnits: number;
	source: string;
	confidence: string;
	/** Municipalities that went into it in the year up to the day; later ones that it went into. */
	cameFrom: BorderChange[];
	goesTo: BorderChange[];
}

/** A library that went into another. */
export interface Succession {
	fromId: number;
	toId: number;
	on: Day;
	fromName: string;
	toName: string;
}

/** One library of the list, with everything that its amounts are made of. */
export interface LibraryAwards {
	slug: string;
	name: string;
	totalCents: number | null;
	awards: ComputedAward[];
	areas: AreaGroup[];
	/** Sentences on what touches its amounts. */
	notes: string[];
}

/** What stands against the subsidy of the last year that can be computed. */
export interface Bought {
	year: number;
	/** What the libraries of the selection would get for that year. */
	cents: number;
	/** Locations that are realised on the day, and inhabitants of municipalities with a point. */
	locations: number;
	covered: number;
	/** Of the libraries of which the hours of each open location are known. */
	hours: { libraries: number; minutesPerWeek: number; cents: number };
}

export type GroupKind = 'province' | 'institute' | 'cohort';

/** Everything that the page about subsidy says, as its files and the API say it too. */
export interface Subsidy {
	view: View;
	today: Day;
	/** The day that is told about: never after today. */
	day: Day;
	schemes: GrantScheme[];
	/** The amounts that were known on the day. */
	rates: GrantRate[];
	/** By year, and all computed years together by the other kinds of group. */
	totals: Record<'year' | GroupKind, GroupTotal[]>;
	/** Each of them; empty on the page, which shows those of its list. */
	awards: ComputedAward[];
	sources: FundingSource[];
	applications: Applications;
	/** Null when nothing can be computed. */
	bought: Bought | null;
	/** What was recorded per year and scheme. */
	recorded: RecordedTotal[];
	/** The data are those of the demo, and what its users record. */
	demoData: boolean;
	/** Whether all libraries of the country are asked for, which a ceiling is about. */
	ofCountry: boolean;
	/** A page of the list of libraries. */
	list: { libraries: LibraryAwards[]; page: number; pageCount: number; count: number };
}
