import type { Quarter } from '#lib/base/as-of/quarter.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import type { View } from '#lib/base/selection/view.ts';

/** A location that opened in the quarter. */
export interface NewLocation {
	id: number;
	name: string;
	/** Null where only the place is known. */
	address: string | null;
	postcode: string | null;
	town: string;
	library: string;
	librarySlug: string;
	municipality: string;
	municipalityCode: string;
	province: string;
	institute: string;
	outsideLibrary: boolean;
	openedOn: Day;
	/** How exactly that is known. */
	openedPrecision: DatePrecision;
	/** The first day on which it was known that it was open. */
	knownOn: Day;
	/** It opened, and is closed for good by the day of the facts. */
	isClosed: boolean;
	/** Nobody says that there is such a place: demo data. */
	isInvented: boolean;
}

/** Everything that the page about new locations shows. */
export interface NewLocations {
	view: View;
	today: Day;
	demoData: boolean;
	quarter: Quarter;
	/** By the day of opening, the first first. */
	rows: readonly NewLocation[];
}
